"""Search: which engine answers, where its files lie, and which tables the gazetteer reads besides the national one."""

from connector.settings._paths import CONNECTOR_DATA, env

CONNECTOR_SEARCH_ENGINE = env.str("CONNECTOR_SEARCH_ENGINE", default="search.engines.tantivy")
CONNECTOR_INDEX_DIR = CONNECTOR_DATA / "index"
# How many candidates an engine hands over to be re-scored.
CONNECTOR_SEARCH_CANDIDATES = 200
CONNECTOR_GEOCODER = {"class": "cms.geo.geocode.OfflineGeocoder", "kwargs": {}}
CONNECTOR_GAZETTEER_TABLES: list[str] = []
