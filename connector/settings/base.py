"""Settings that every installation shares. The concern files beside this one hold what has a subject of its own.

Invariant: nothing here depends on a secret or on a network; whatever differs between installations comes from the
environment, and everything that is kept lies below `CONNECTOR_DATA`.
"""

from connector.settings._paths import BASE_DIR, CONNECTOR_DATA, CONNECTOR_KEY_FILE, env  # noqa: F401

CONNECTOR_DEMONSTRATION = False
# Whom somebody rings who cannot get in or is stuck. Left out of every page while it is empty.
# How an import started in the admin is worked on: in a thread of the server, or at once while the page waits.
CONNECTOR_IMPORT_RUNNER = "connector.intake.work.in_thread"
# Days after which what people sent without an account is emptied of whatever may tell of them.
CONNECTOR_KEEP_SENT_DAYS = env.int("CONNECTOR_KEEP_SENT_DAYS", default=180)
CONNECTOR_LEAVE_TO = env.str("CONNECTOR_LEAVE_TO", default="https://www.bbc.co.uk/weather")
CONNECTOR_NATION = env.str("CONNECTOR_NATION", default="ENG")

INSTALLED_APPS = [
    "connector.core",
    "connector.accounts",
    "connector.gaps",
    "connector.links",
    "connector.notifications",
    "connector.asking",
    "connector.reach",
    "connector.offers",
    "connector.matching",
    "connector.stewardship",
    "connector.evidence",
    "connector.feeds",
    "connector.websites",
    "connector.elsewhere",
    "connector.intake",
    "connector.curation",
    "connector.joining",
    "connector.claiming",
    "connector.corrections",
    "connector.expecting",
    "connector.following",
    "connector.starting",
    "connector.demo",
    "connector.council",
    "connector.sharing",
    "connector.installation",
    "search",
    "cms",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "connector.accounts.users_app.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "drf_spectacular",
    "django_filters",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "js_lib_leaflet",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "connector.core.packing.PackingMiddleware",
    # Before the static files, which have the same headers as pages.
    "connector.core.middleware.PolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Before whatever looks an address up: which one it is depends on the language.
    "connector.core.languages.LanguageMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    # Right behind the session and before everything that answers: a phone that was handed over opens nothing else.
    "connector.matching.lock.HandOverMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "connector.accounts.middleware.ViewerMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "connector.accounts.second_step.SecondStepMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    # A page of ours that was renamed or moved leads from where it was; looked for only where nothing is.
    "connector.core.moved.MovedPages",
]

ROOT_URLCONF = "connector.urls"
WSGI_APPLICATION = "connector.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "connector.council.context.site",
            ],
            "builtins": ["connector.core.templatetags.parts", "connector.core.templatetags.languages"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{CONNECTOR_DATA / 'db.sqlite3'}")}
# To open the database anew for every request was a fifteenth of a search; a minute also sees a restored file soon.
DATABASES["default"].setdefault("CONN_MAX_AGE", 60)
DATABASES["default"].setdefault("CONN_HEALTH_CHECKS", True)
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Readers never wait for a writer (WAL); a writer takes its lock at the start, so that none fails half-way.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY;",
    }

# What all processes count together (limits of tries, codes that were used) stands in the database; `migrate` makes the
# table. What one process may keep for itself, since it only spares work, stays in its memory.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        # Django would keep 300 rows and drop the rest unseen: limits that somebody fills up would be no limits.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    "local": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Pictures of links, some 30 kB each.
    "sharing": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "sharing",
        "OPTIONS": {"MAX_ENTRIES": 200},
    },
    # Wagtail writes here at every look at a picture.
    "renditions": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "renditions"},
}

TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = CONNECTOR_DATA / "static"
STATICFILES_DIRS = [BASE_DIR / "connector" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = CONNECTOR_DATA / "media"

from connector.settings._accounts import *  # noqa: E402, F403  one subject a file; this is where they meet
from connector.settings._address import *  # noqa: E402, F403
from connector.settings._api import *  # noqa: E402, F403
from connector.settings._fetching import *  # noqa: E402, F403
from connector.settings._health import *  # noqa: E402, F403
from connector.settings._joining import *  # noqa: E402, F403
from connector.settings._language import *  # noqa: E402, F403
from connector.settings._logging import *  # noqa: E402, F403
from connector.settings._map import *  # noqa: E402, F403  after the policy that it adds to
from connector.settings._messages import *  # noqa: E402, F403
from connector.settings._offers import *  # noqa: E402, F403
from connector.settings._search import *  # noqa: E402, F403
from connector.settings._security import *  # noqa: E402, F403
from connector.settings._wagtail import *  # noqa: E402, F403
