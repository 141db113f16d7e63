"""Listings that people see already and that may be the same group: by name as it is typed, and by all that was told.

Invariant: only what everybody may see is ever named; it warns and stops nobody.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Q

from cms.duplicates.comparing import looks_like
from cms.duplicates.reading import facts
from cms.likeness.facts import phones_in
from cms.likeness.names import name_likeness, telling_words
from cms.models import Asset
from cms.presenting import presentable
from cms.visibility import PUBLIC
from cms.whereabouts import nearest_place, place_words

MOST: Final = 3
NAME_ALIKE: Final = 0.8
_CANDIDATES: Final = 400
_FIRST_LETTERS: Final = 4
_FEWEST_LETTERS: Final = 4


@dataclass(frozen=True, slots=True)
class Alike:
    """One of them. `where`: in a few words."""

    uuid: str
    name: str
    url: str
    where: str


def by_name(name: str) -> list[Alike]:
    """Those whose name is nearly this one, the likest first. Two queries and those of a few cards."""
    words = telling_words(name)
    if len(name.strip()) < _FEWEST_LETTERS or not words:
        return []
    meant = Q()
    for word in words:
        meant |= Q(name__icontains=word[:_FIRST_LETTERS])
    rows = Asset.objects.visible_to(PUBLIC).filter(meant).order_by("pk").values_list("pk", "name")[:_CANDIDATES]
    scored = sorted(((name_likeness(name, other), pk) for pk, other in rows), key=lambda pair: (-pair[0], pair[1]))
    return _shown(pk for score, pk in scored[:MOST] if score >= NAME_ALIKE)


def by_all(answers: Mapping[str, Any]) -> list[Alike]:
    """Those that all that was told makes likely, and those with nearly the same name."""
    what, where, ask = (answers.get(each) or {} for each in ("what", "where", "ask"))
    label, point = where.get("label", ""), (where.get("lat"), where.get("lon"))
    told = facts(
        pk=0,
        name=what.get("name", ""),
        kind="group",
        words=what.get("summary", ""),
        organisation=None,
        url="",
        places=[(label, *point, where.get("precision", "sector"))] if label else [],
        phones=phones_in(ask.get("phone", "")),
    )
    likely = [like.pk for like in looks_like(told)] if told.name else []
    # A number or a place that was tried here must not tell whose it is.
    told_of = Asset.objects.visible_to(PUBLIC).whereabouts_told().filter(pk__in=likely)
    seen = set(told_of.values_list("pk", flat=True))
    found = _shown(pk for pk in likely if pk in seen)
    return [*found, *(each for each in by_name(told.name) if each not in found)][:MOST]


def _shown(pks: Iterable[int]) -> list[Alike]:
    wanted = list(pks)[:MOST]
    rows = presentable(Asset.objects.visible_to(PUBLIC).filter(pk__in=wanted)).in_bulk() if wanted else {}
    return [_alike(rows[pk]) for pk in wanted if pk in rows]


def _alike(asset: Asset) -> Alike:
    place, _ = nearest_place(asset, None)
    return Alike(str(asset.uuid), asset.name, asset.get_absolute_url(), place_words(asset, place))
