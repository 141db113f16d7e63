"""Suggested interests of imported assets, written beside what people decided.

Invariant: an interest that somebody confirmed or removed stays as it is; only suggestions come and go.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cms.models import AssetInterest, Interest

LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An interest by its code, with the words of the text that showed it."""

    code: str
    words: str


class Suggestions:
    """Writes suggestions. Interests are looked up once; a code that the council took away is left out."""

    def __init__(self) -> None:
        self._interests = dict(Interest.objects.filter(live=True).values_list("code", "pk"))

    def write(self, wanted: Mapping[int, Sequence[Suggestion]]) -> set[int]:
        """Make the suggested interests of these assets (by key) those given. Which assets changed."""
        existing: defaultdict[int, dict[int, AssetInterest]] = defaultdict(dict)
        for row in AssetInterest.objects.filter(asset__in=list(wanted)):
            existing[row.asset_id][row.interest_id] = row
        new, reworded, gone = [], [], []
        for asset, suggestions in wanted.items():
            had = existing[asset]
            coming = {self._interests[it.code]: it for it in suggestions if it.code in self._interests}
            gone += [row for pk, row in had.items() if pk not in coming and _is_suggested(row)]
            for pk, suggestion in coming.items():
                words = suggestion.words[:LONGEST_WORDS]
                if pk not in had:
                    new.append(AssetInterest(asset_id=asset, interest_id=pk, state="suggested", words=words))
                elif _is_suggested(had[pk]) and had[pk].words != words:
                    had[pk].words = words
                    reworded.append(had[pk])
        AssetInterest.objects.filter(pk__in=[row.pk for row in gone]).delete()
        AssetInterest.objects.bulk_create(new)
        AssetInterest.objects.bulk_update(reworded, ["words"])
        return {row.asset_id for row in (*new, *reworded, *gone)}


def _is_suggested(row: AssetInterest) -> bool:
    return row.state == AssetInterest.State.SUGGESTED
