"""The embedded search engine: nothing to install or run beside the product."""

from search.engines.tantivy.engine import TantivyEngine

SearchBackend = TantivyEngine

__all__ = ["SearchBackend", "TantivyEngine"]
