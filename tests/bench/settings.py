"""Settings of the benchmark: as a laptop serves, without the demonstration, with caches off and one more app.

Invariant: everything is kept below CONNECTOR_DATA, which `make bench` sets to a folder of its own.
"""

# A benchmark runs the product with its own settings.
from connector.settings.development import *  # noqa: F403, TID251
from connector.settings.development import CACHES, CONNECTOR_ELASTICSEARCH, INSTALLED_APPS  # noqa: TID251

CONNECTOR_DEMONSTRATION = False
CONNECTOR_GAZETTEER_TABLES: list[str] = []
INSTALLED_APPS = [*INSTALLED_APPS, "tests.bench.apps.BenchConfig"]
CACHES = {name: {"BACKEND": "django.core.cache.backends.dummy.DummyCache"} for name in CACHES}
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": False}}
WHITENOISE_AUTOREFRESH = False
# A server may be shared: the benchmark's indexes have names of their own.
CONNECTOR_ELASTICSEARCH = CONNECTOR_ELASTICSEARCH | {"prefix": "connector-bench"}
# A competitor's table, made by hand where it is needed (`tests.bench.wagtail_database`), has no migrations.
MIGRATION_MODULES = {"bench": None}
