"""Search: which engine answers, where its files lie, and which tables the gazetteer reads besides the national one."""

import os
from pathlib import Path

from connector.settings._paths import CONNECTOR_DATA, env

# A second thread of numpy's waits by turning: answers come no sooner, and it takes the processor from everybody else.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

CONNECTOR_SEARCH_ENGINE = env.str("CONNECTOR_SEARCH_ENGINE", default="search.engines.tantivy")
# Answers in place of a search server that is away.
CONNECTOR_SEARCH_SPARE = "search.engines.tantivy"
# Asked only where the engine is search.engines.elasticsearch; see docs/how-to/run-elasticsearch.md.
CONNECTOR_ELASTICSEARCH = {
    "urls": tuple(env.list("ELASTICSEARCH_URL", default=["http://127.0.0.1:9200"])),
    "prefix": env.str("ELASTICSEARCH_PREFIX", default="connector"),
    "api_key": env.str("ELASTICSEARCH_API_KEY", default=""),
    "user": env.str("ELASTICSEARCH_USER", default=""),
    "password": env.str("ELASTICSEARCH_PASSWORD", default=""),
    "ca_certs": env.str("ELASTICSEARCH_CA_CERTS", default=""),
    "shards": env.int("ELASTICSEARCH_SHARDS", default=1),
    "replicas": env.str("ELASTICSEARCH_REPLICAS", default="0-1"),
}
CONNECTOR_INDEX_DIR = CONNECTOR_DATA / "index"
# How many candidates an engine hands over to be re-scored.
CONNECTOR_SEARCH_CANDIDATES = 200
CONNECTOR_GEOCODER = {"class": "cms.geo.geocode.OfflineGeocoder", "kwargs": {}}
CONNECTOR_GAZETTEER_TABLES: list[str] = []

# What turns texts into vectors, on this machine; empty to go without. Its files lie outside CONNECTOR_DATA, since
# several installations share them and `make setup` brings them before there is any data.
CONNECTOR_EMBEDDER = env.str("CONNECTOR_EMBEDDER", default="search.meaning.onnx.OnnxEmbedder")
_CACHE = Path(env.str("XDG_CACHE_HOME", default=str(Path.home() / ".cache")))
CONNECTOR_MODELS = env.str("CONNECTOR_MODELS", default=str(_CACHE / "connector" / "models"))
