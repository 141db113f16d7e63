"""How much room an index takes. Invariant: read from the disk or the server, never reckoned."""

from pathlib import Path

from django.conf import settings

from search.engines import get_engine
from search.engines.elasticsearch.options import Options
from tests.bench.choice import EMBEDDED

MB = 2**20


def index_bytes(engine: str) -> int:
    """Of the index that is in use."""
    if engine == EMBEDDED:
        files = [file for file in Path(settings.CONNECTOR_INDEX_DIR).rglob("*") if file.is_file()]
        return sum(file.stat().st_size for file in files)
    client = Options.from_settings(settings).client().options(request_timeout=60)
    generation = get_engine(engine).live_generation()
    told = client.indices.stats(index=generation, metric="store")
    client.close()
    return int(told["_all"]["primaries"]["store"]["size_in_bytes"])


def server_facts() -> str:
    """The server's version and memory, in one line."""
    client = Options.from_settings(settings).client().options(request_timeout=60)
    nodes = client.nodes.stats(metric="jvm")["nodes"].values()
    heaps = ", ".join(f"{node['jvm']['mem']['heap_max_in_bytes'] / MB:,.0f} MB" for node in nodes)
    version = client.info()["version"]["number"]
    client.close()
    return f"Elasticsearch {version}, {len(nodes)} node, heap {heaps}"
