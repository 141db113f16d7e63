"""The search engine of a council: an Elasticsearch server, or a cluster of them, that all hosts share."""

from search.engines.elasticsearch.engine import ElasticsearchEngine

SearchBackend = ElasticsearchEngine

__all__ = ["ElasticsearchEngine", "SearchBackend"]
