"""Where each number leads: to the desk's list of just those listings for who looks after them, else to a search.

Invariant: a list of the desk shows as many rows as the number that leads to it says (a test counts them).
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from cms.freshness import Age
from cms.visibility import WORKERS_ONLY_KINDS

_BY_AGE = {
    Age.LATELY: {"check": Age.LATELY.value},
    Age.OLDER: {"check": Age.OLDER.value},
    Age.STALE: {"check": Age.STALE.value},
    Age.NEVER: {"check": "never", "met": "yes"},
    Age.NOT_MET: {"check": "never", "met": "no"},
}


@dataclass(frozen=True, slots=True)
class Links:
    """`curates`: whoever looks may go to the desk. An empty address is no link."""

    curates: bool

    def assets(self, **narrowed: str) -> str:
        """Live listings, narrowed by the filters of the desk's list."""
        return self._desk("wagtailsnippets_cms_asset:list", status="live", **narrowed)

    def age(self, age: Age, **narrowed: str) -> str:
        return self.assets(**_BY_AGE[age], **narrowed)

    def kind(self, kind: str) -> str:
        if self.curates or kind in WORKERS_ONLY_KINDS:
            return self.assets(kind=kind)
        return _address("search", kind=kind)

    def ward(self, pk: int, code: str) -> str:
        return self.assets(ward=str(pk)) or _address("search", area=code)

    def changes(self) -> str:
        return self._desk("wagtailsnippets_cms_asset:list", status="waiting")

    def drafts(self) -> str:
        return self._desk("wagtailsnippets_cms_asset:list", status="draft")

    def suggested(self) -> str:
        return self._desk("wagtailsnippets_cms_assetinterest:list")

    def duplicates(self) -> str:
        return self._desk("wagtailsnippets_cms_possibleduplicate:list")

    def imports(self) -> str:
        return self._desk("intake_imports")

    def search(self) -> str:
        return self._desk("search_health")

    def _desk(self, name: str, **query: str) -> str:
        return _address(name, **query) if self.curates else ""


def _address(name: str, **query: str) -> str:
    return reverse(name) + (f"?{urlencode(query)}" if query else "")
