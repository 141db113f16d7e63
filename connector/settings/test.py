"""Tests: an in-memory database, a fast hasher, messages in memory, an index folder of each worker's own."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
_FOLDER = tempfile.mkdtemp(prefix=f"connector-test-{_WORKER}-")
os.environ["CONNECTOR_DATA"] = _FOLDER
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)

from connector.settings.base import *  # noqa: E402, F403
from connector.settings.base import BASE_DIR, MIDDLEWARE, env  # noqa: E402

SECRET_KEY = "for-tests-only-" + "t" * 50
DEBUG = False
ALLOWED_HOSTS = ["*"]
CONNECTOR_DEMONSTRATION = True
CONNECTOR_GAZETTEER_TABLES = [
    str(BASE_DIR / "connector" / "demo" / "data" / f"{name}.csv") for name in ("postcodes", "streets")
]
CONNECTOR_IMPORT_RUNNER = "connector.intake.work.at_once"
# A model takes its time: tests of meaning set one of their own.
CONNECTOR_EMBEDDER = ""
CONNECTOR_FETCHER = "connector.fetching.choosing.null_fetcher"
CONNECTOR_INDEX_DIR = Path(_FOLDER) / "index"
DATABASES = {"default": env.db_url("TEST_DATABASE_URL", default="sqlite://:memory:")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CONNECTOR_EMAIL_BACKEND = EMAIL_BACKEND
CONNECTOR_MAILBOX = Path(_FOLDER) / "mailbox"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]
