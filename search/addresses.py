"""The address of a search: one for each state, whatever the order of its fields, so that it can be kept and sent.

Invariant: only fields of `SearchFilters` with values that it takes are in it, in its order, each value once, nothing
that is the default. Whatever changes a choice goes back to the first page.
"""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from search.facets import FREE
from search.filters import PAGE, SearchFilters

NAMES = tuple(name for name in SearchFilters.base_filters if name != "free")
# Kept as typed even when it is not understood: the page says what is wrong with it.
AS_TYPED = frozenset({"q", "near"})
DEFAULTS = {"limit": str(PAGE), "offset": "0"}
Fields = Mapping[str, tuple[str, ...]]


class Address:
    """The fields of a search and how they are written down."""

    def __init__(self, fields: Fields) -> None:
        self.fields = {name: fields[name] for name in NAMES if fields.get(name)}

    @classmethod
    def of(cls, data: QueryDict, filters: SearchFilters) -> "Address":
        """The canonical address of a query string."""
        wrong = filters.errors
        given = {
            name: _values(name, data, filters)
            for name in NAMES
            if name in data and (name not in wrong or name in AS_TYPED)
        }
        if filters.form.cleaned_data.get("free"):
            given["cost"] = _in_order({*given.get("cost", ()), FREE}, filters.form.fields["cost"])
        return cls(given)

    def values(self, name: str) -> tuple[str, ...]:
        return self.fields.get(name, ())

    def with_only(self, **changes: str | float | None) -> "Address":
        """Each of these fields with this value alone; None takes it off."""
        fresh = {name: (str(value),) if value not in (None, "") else () for name, value in changes.items()}
        return self._changed(fresh)

    def adding(self, name: str, value: str) -> "Address":
        return self._changed({name: (*(each for each in self.values(name) if each != value), value)})

    def without(self, name: str, *values: str) -> "Address":
        """Without these values of a field, or without the field."""
        left = tuple(each for each in self.values(name) if values and each not in values)
        return self._changed({name: left})

    @property
    def url(self) -> str:
        pairs = [(name, value) for name, values in self.fields.items() for value in values]
        return f"{reverse('search')}?{urlencode(pairs)}" if pairs else reverse("search")

    def _changed(self, fields: Fields) -> "Address":
        kept = dict(self.fields) if "offset" in fields else {k: v for k, v in self.fields.items() if k != "offset"}
        changed = Address({**kept, **fields})
        for name, value in DEFAULTS.items():
            if changed.values(name) == (value,):
                del changed.fields[name]
        return changed


def _values(name: str, data: QueryDict, filters: SearchFilters) -> tuple[str, ...]:
    field = filters.form.fields[name]
    given = [" ".join(value.split()) for value in data.getlist(name) if value.strip()]
    if isinstance(filters.form.cleaned_data.get(name), list):
        return _in_order(set(given), field)
    last = tuple(given[-1:])
    return () if last == (DEFAULTS.get(name),) else last


def _in_order(values: set[str], field: Any) -> tuple[str, ...]:
    """In the order of the field's choices, where it has any, else by the alphabet."""
    places = {str(value): place for place, (value, _) in enumerate(getattr(field, "choices", ()))}
    return tuple(sorted(values, key=lambda value: (places.get(value, len(places)), value)))
