"""A laptop: SQLite, the embedded engine, messages kept in a folder. `make run` adds the demonstration borough."""

from connector.settings._paths import kept_key
from connector.settings.base import *  # noqa: F403
from connector.settings.base import BASE_DIR, CONNECTOR_DATA, env

DEBUG = env.bool("CONNECTOR_DEBUG", default=False)
SECRET_KEY = (
    env.str("CONNECTOR_SECRET_KEY", default="") or kept_key() or "for-development-on-one-machine-only-" + "x" * 30
)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
CONNECTOR_DEMONSTRATION = env.bool("CONNECTOR_DEMONSTRATION", default=True)
if CONNECTOR_DEMONSTRATION:
    CONNECTOR_GAZETTEER_TABLES = [
        str(BASE_DIR / "connector" / "demo" / "data" / f"{name}.csv") for name in ("postcodes", "streets")
    ]

CONNECTOR_MAILBOX = CONNECTOR_DATA / "mailbox"
EMAIL_BACKEND = "connector.core.post.AfterCommitBackend"
CONNECTOR_EMAIL_BACKEND = (
    "connector.demo.mailbox.MailboxBackend"
    if CONNECTOR_DEMONSTRATION
    else "django.core.mail.backends.console.EmailBackend"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
