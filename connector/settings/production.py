"""A council: starts only when its secrets and addresses are given; the demonstration cannot be switched on here."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host

from connector.settings._paths import kept_key
from connector.settings.base import *  # noqa: F403
from connector.settings.base import env


def _required(name: str, why: str) -> str:
    value = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(f"Set {name}: {why}")
    return value


DEBUG = False
SECRET_KEY = env.str("CONNECTOR_SECRET_KEY", default="") or kept_key()
SECRET_KEY = SECRET_KEY or _required("CONNECTOR_SECRET_KEY", "a long random text that signs sessions and links.")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("Set CONNECTOR_SECRET_KEY to at least 50 random characters.")
# Keys that were used before still open what they sealed and signed; nothing new is made with them.
SECRET_KEY_FALLBACKS = env.list("CONNECTOR_OLD_SECRET_KEYS", default=[])
ALLOWED_HOSTS = _required("CONNECTOR_HOSTS", "the host names, with commas between them.").split(",")
_address = urlsplit(
    _required("CONNECTOR_BASE_URL", "where people find it, for instance https://connector.example.gov.uk")
)
if _address.scheme != "https" or not validate_host(_address.hostname or "", ALLOWED_HOSTS):
    raise ImproperlyConfigured("Set CONNECTOR_BASE_URL to https:// and a host that is among those of CONNECTOR_HOSTS.")
_required("DATABASE_URL", "the database, for instance postgres://user:password@host/connector")
if env.bool("CONNECTOR_DEMONSTRATION", default=False):
    raise ImproperlyConfigured("CONNECTOR_DEMONSTRATION is for laptops: unset it, its accounts have known passwords.")
CONNECTOR_STAFF_SECOND_FACTOR = env.bool("CONNECTOR_STAFF_SECOND_FACTOR", default=True)
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# The proxy that speaks HTTPS also says where people come from; the lock-out goes by that.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("CONNECTOR_PROXIES", default=1)
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
EMAIL_CONFIG = env.email("EMAIL_URL", default="smtp://localhost:25")
globals().update(EMAIL_CONFIG)
CONNECTOR_EMAIL_BACKEND = EMAIL_CONFIG["EMAIL_BACKEND"]
EMAIL_BACKEND = "connector.core.post.AfterCommitBackend"
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = _required("CONNECTOR_FROM_EMAIL", "the address that messages come from.")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
