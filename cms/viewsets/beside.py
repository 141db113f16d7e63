"""Two assets side by side in words, for somebody who asks whether they are one.

Invariant: reads what people see of both, live rows and no drafts; a line that neither has anything for is left out.
"""

from dataclasses import dataclass
from typing import Final

from django.db.models import Prefetch, QuerySet

from cms.models import Asset, AssetInterest, PossibleDuplicate
from cms.panels.agreeing import say_agreement
from cms.panels.comparing import when
from cms.viewsets.columns import confirmed, status

# A line of the table -> the facts that agree or differ in it.
FACTS: Final = {
    "Name": ("name",),
    "Kind": ("kind",),
    "What it is": ("words", "what"),
    "Run by": ("organisation",),
    "Where": ("postcode", "near", "sector", "far", "elsewhere"),
    "When": ("times",),
    "Telephone": ("phone",),
    "Website": ("website",),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that both may say. `agrees`: it is among what agrees; `differs`: it speaks against."""

    label: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    agrees: bool = False
    differs: bool = False


def with_all(assets: QuerySet[Asset]) -> QuerySet[Asset]:
    """The assets with everything that a line shows."""
    interests = AssetInterest.objects.exclude(state=AssetInterest.State.REMOVED).select_related("interest")
    return assets.select_related("organisation").prefetch_related(
        "asset_places__place__ward",
        "sessions__authority__terms",
        "contacts",
        "sources__source",
        "editorships__user",
        Prefetch("asset_interests", interests.order_by("interest__label"), to_attr="shown_interests"),
    )


def side_by_side(pair: PossibleDuplicate, first: Asset, second: Asset) -> list[Line]:
    """The lines of both, in the order that somebody reads them. The assets come from `with_all`."""
    one, other = _told(first), _told(second)
    agrees, differs = set(pair.agrees), set(pair.differs)
    return [
        Line(
            label,
            one[label],
            other[label],
            agrees=bool(agrees.intersection(FACTS.get(label, ()))),
            differs=bool(differs.intersection(FACTS.get(label, ()))),
        )
        for label in one
        if one[label] or other[label]
    ]


def agreement(pair: PossibleDuplicate) -> str:
    """ "nearly the same name, the same telephone; but far apart"."""
    return say_agreement(pair.agrees, pair.differs)


def how_likely(score: int) -> str:
    """In words, since a number says more than anybody knows."""
    return "very likely" if score >= 85 else "likely" if score >= 75 else "perhaps"


def _told(asset: Asset) -> dict[str, tuple[str, ...]]:
    places = [row.place for row in asset.asset_places.all()]
    interests = [row.interest.label for row in asset.shown_interests]  # type: ignore[attr-defined]
    return {
        "Name": (asset.name,),
        "Kind": (asset.get_kind_display(),),
        "State": (_state(asset),),
        "What it is": _some(asset.summary, asset.description),
        "Run by": _some(str(asset.organisation or "")),
        "Where": tuple(
            ", ".join(filter(None, [place.name, place.address, place.postcode, str(place.ward or "")]))
            for place in places
        ),
        "When": _some(*map(when, asset.sessions.all()), asset.opening_words),
        "Telephone": _some(*(contact.phone for contact in asset.contacts.all())),
        "Website": _some(asset.url),
        "Interests": _some(", ".join(interests)),
        "Confirmed": (confirmed(asset.confirmed_on, asset.confirmed_by),),
        "Kept by": tuple(row.user.get_full_name() or "somebody" for row in asset.editorships.all()),
        "Records": tuple(f"{row.source_ref} in {row.source.name}" for row in asset.sources.all()),
    }


def _state(asset: Asset) -> str:
    return status(
        live=asset.live,
        drafted=asset.has_unpublished_changes,
        waiting=False,
        was_live=asset.last_published_at is not None,
    )


def _some(*texts: str) -> tuple[str, ...]:
    return tuple(text.strip() for text in texts if text.strip())
