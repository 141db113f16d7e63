"""A laptop: SQLite, the embedded engine, messages kept in a folder. `make run` adds the demonstration borough."""

from connector.settings.base import *  # noqa: F403
from connector.settings.base import BASE_DIR, CONNECTOR_DATA, env

DEBUG = env.bool("CONNECTOR_DEBUG", default=False)
SECRET_KEY = env.str("CONNECTOR_SECRET_KEY", default="for-development-on-one-machine-only-" + "x" * 30)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
CONNECTOR_DEMONSTRATION = env.bool("CONNECTOR_DEMONSTRATION", default=True)
if CONNECTOR_DEMONSTRATION:
    CONNECTOR_GAZETTEER_TABLES = [str(BASE_DIR / "connector" / "demo" / "data" / "postcodes.csv")]

EMAIL_BACKEND = "connector.demo.mailbox.MailboxBackend"
CONNECTOR_MAILBOX = CONNECTOR_DATA / "mailbox"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
