"""What a link to each kind of page shows: its title, a sentence, and the address of its picture.

Invariant: public facts alone and nobody's name; when and where as they are said for good, so that a link that was sent
a month ago still tells the truth. Costs a page no query.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from cms.models import (
    Asset,
    CollectionPage,
    HomePage,
    Organisation,
    Place,
    PlaceWeekPage,
    Session,
    StoryPage,
    TopicPage,
)
from cms.place_page import name_of
from cms.schedule.exceptions import Exceptions
from cms.schedule.say import say_rhythm
from cms.sessions import rhythm_of
from cms.visibility import for_workers
from cms.whereabouts import place_words, places_of
from connector.council.colours import band
from connector.council.current import council
from connector.sharing.drawing import Cover

TIMES: Final = 2


@dataclass(frozen=True, slots=True)
class Share:
    """`url` and `image` are whole addresses; `words` may be empty."""

    title: str
    words: str
    url: str
    image: str


def cover_of(row: Any, request: HttpRequest) -> Cover:
    """What is drawn for a page."""
    whose = council(request)
    cover = _COVERS[type(row).__name__](row)
    shade = band(whose.band_colour).day if whose.band_colour else ""
    title = cover.title or whose.directory
    first = cover.first or (whose.strapline if isinstance(row, HomePage) else "")
    return replace(cover, title=title, first=first, directory=whose.directory, band=shade)


def reference(row: Any) -> tuple[str, str]:
    """Kind and name of a row in the address of its picture."""
    return type(row).__name__.lower(), str(getattr(row, "uuid", row.pk))


def image_path(row: Any, cover: Cover) -> str:
    """The address of the picture as it is now."""
    return reverse("share_image", args=[*reference(row), cover.version])


def _part(row: Any, request: HttpRequest) -> dict[str, Any]:
    """What the head of a page says (`templates/base.html`); nothing for what is for workers alone or not there yet."""
    if row.pk is None or (isinstance(row, Asset) and for_workers(row)):
        return {}
    cover = cover_of(row, request)
    base = settings.CONNECTOR_BASE_URL
    path = row.get_absolute_url() if hasattr(row, "get_absolute_url") else row.get_url(request) or "/"
    words = _WORDS[type(row).__name__](row) or ". ".join(filter(None, (cover.first, cover.second)))
    url = path if path.startswith("http") else f"{base}{path}"
    return {"share": Share(cover.title, words, url, f"{base}{image_path(row, cover)}")}


def _listing(asset: Asset) -> Cover:
    places = places_of(asset)
    where = "" if asset.secret else place_words(asset, places[0] if places else None)
    return Cover(asset.name, _times(asset), where if len(places) < 2 else f"{where}, and elsewhere")


def _times(asset: Asset) -> str:
    """When it is on, as long as it goes on: "Every Tuesday, 1.30 to 3.30pm"."""
    if asset.room == Asset.Room.PAUSED:
        return ""
    today = timezone.localdate()
    rhythms = [rhythm_of(each) for each in asset.sessions.all() if (_last(each) or today) >= today]
    # The end is no news to whoever reads it in time.
    said = [say_rhythm(replace(each, until=None), Exceptions()) for each in rhythms if each is not None]
    if len(said) > TIMES:
        return f"{said[0]}, and at other times"
    first, *others = dict.fromkeys(said) or [""]
    return "; ".join((first, *(f"{each[:1].lower()}{each[1:]}" for each in others)))


def _last(session: Session) -> date | None:
    return session.first if session.rhythm == Session.Rhythm.ONCE else session.until


def _place(place: Place) -> Cover:
    rough = place.precision == Place.Precision.SECTOR
    street = "" if rough else ", ".join(filter(None, (place.address, place.postcode)))
    near = f"Somewhere near {place.postcode}" if place.postcode else ""
    name = name_of(place)
    return Cover(name, place.summary, near if rough and place.name else "" if name == place.address else street)


# Pages with a sentence of their own below the title.
_LED: Final = ("TopicPage", "StoryPage", "CollectionPage", "PlaceWeekPage")
_COVERS: Final[dict[str, Any]] = {
    "Asset": _listing,
    "Organisation": lambda row: Cover(row.name, row.summary),
    "Place": _place,
    **dict.fromkeys(_LED, lambda page: Cover(page.title, page.lead)),
    "HomePage": lambda page: Cover(page.question),
}
_WORDS: Final[dict[str, Any]] = {
    "Asset": lambda asset: asset.summary,
    "Organisation": lambda row: row.summary,
    "Place": lambda place: place.summary,
    **dict.fromkeys(_LED, lambda page: page.search_description or page.lead),
    "HomePage": lambda page: page.search_description,
}
MODELS: Final[dict[str, Any]] = {
    model.__name__.lower(): model
    for model in (Asset, Organisation, Place, TopicPage, HomePage, StoryPage, CollectionPage, PlaceWeekPage)
}
PARTS: Final = dict.fromkeys(_COVERS, _part)
