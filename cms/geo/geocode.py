"""The geocoder that the product asks, as geopy knows geocoders: the offline one unless the council sets another.

Invariant: what `get_geocoder()` gives never raises for what people type. Whatever goes wrong in a geocoder from
elsewhere becomes a `NotFound` with a sentence for people, and what was asked is never logged.
"""

import logging
import threading
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, NoReturn, Protocol

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string
from geopy.adapters import BaseSyncAdapter
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point as GeopyPoint

from cms.geo.answers import Found, NotFound
from cms.geo.gazetteer import Gazetteer
from cms.geo.layers import Point
from cms.geo.sources import get_gazetteer

OFFLINE = "cms.geo.geocode.OfflineGeocoder"

_log = logging.getLogger(__name__)
_lock = threading.Lock()
_kept: dict[str, "FindingGeocoder"] = {}


class FindingGeocoder(Protocol):
    """A geopy geocoder that can also say why it found nothing, and coarsen a home."""

    def geocode(self, query: str, *, exactly_one: bool = True, timeout: Any = ...) -> Any:
        """A geopy Location (a list of them unless `exactly_one`), or None."""
        ...

    def reverse(self, query: Any, *, exactly_one: bool = True, timeout: Any = ...) -> Any:
        """The Location at a point (latitude, longitude), or None."""
        ...

    def find(self, text: str) -> Found | NotFound:
        """What the text stands for, or why there is no answer."""
        ...

    def coarse(self, found: Found) -> Found:
        """The same, never finer than a postcode sector."""
        ...


class OfflineGeocoder(Geocoder):
    """Postcodes and places from the tables of this installation; asks no network, so `timeout` has no effect.

    `near` (latitude, longitude) puts places of one name within 40 km of it first: a council sets its own middle.
    """

    def __init__(self, *, near: Point | None = None, gazetteer: Gazetteer | None = None) -> None:
        super().__init__(adapter_factory=_NoNetwork)
        self._near = near
        self._given = gazetteer

    @property
    def gazetteer(self) -> Gazetteer:
        """The one given, or that of this installation as it is now."""
        return self._given or get_gazetteer(self._near)

    def geocode(self, query: str, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL) -> Any:
        """The Location of a postcode, a part of one, or a place; with all of that name unless `exactly_one`.

        `raw` holds the fields of `Found`. None when there is no answer; `find` says why.
        """
        found = self.find(query)
        if isinstance(found, NotFound):
            return None
        if exactly_one:
            return _location(found)
        others = [self.find(label) for label in found.alternatives]
        return [_location(one) for one in (found, *others) if isinstance(one, Found)]

    def reverse(self, query: Any, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL) -> Any:
        """The Location of the postcode sector at a point, with its ward; None when no postcode is near.

        `query` is whatever geopy takes for a point. Raises ValueError when it is none.
        """
        point = GeopyPoint(query)
        found = self.gazetteer.nearest(point.latitude, point.longitude)
        if found is None:
            return None
        return _location(found) if exactly_one else [_location(found)]

    def find(self, text: str) -> Found | NotFound:
        """What the text stands for, or why there is no answer."""
        return self.gazetteer.find(text)

    def coarse(self, found: Found) -> Found:
        """The same, never finer than a postcode sector."""
        return self.gazetteer.coarse(found)


class NullGeocoder(Geocoder):
    """Knows no place: for an installation that wants no look-ups."""

    def __init__(self) -> None:
        super().__init__(adapter_factory=_NoNetwork)

    def geocode(self, query: str, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL) -> None:
        """Always None."""

    def reverse(self, query: Any, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL) -> None:
        """Always None."""

    def find(self, text: str) -> NotFound:
        """Always not found."""
        return NotFound("Looking up places is turned off here. You can still look through everything.")

    def coarse(self, found: Found) -> Found:
        """The same, never finer than a postcode sector."""
        return get_gazetteer().coarse(found)


class CarefulGeocoder(Geocoder):
    """Any other geopy geocoder, made safe: its errors, timeouts and oddities become "not found" with a sentence."""

    def __init__(self, inner: Geocoder) -> None:
        super().__init__(adapter_factory=_NoNetwork)
        self._inner = inner

    def geocode(self, query: str, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL) -> Any:
        """What the inner geocoder answers; None when it fails."""
        return self._ask(self._inner.geocode, query, exactly_one=exactly_one, timeout=timeout)[0]

    def reverse(self, query: Any, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL) -> Any:
        """What the inner geocoder answers; None when it fails or cannot go that way."""
        ask = getattr(self._inner, "reverse", None)
        return None if ask is None else self._ask(ask, query, exactly_one=exactly_one, timeout=timeout)[0]

    def find(self, text: str) -> Found | NotFound:
        """The inner geocoder's answer. It may be as fine as a house, so it counts as a street."""
        if not text.strip():
            return NotFound("Type a postcode or the name of a place.")
        location, failed = self._ask(self._inner.geocode, text, exactly_one=True, timeout=DEFAULT_SENTINEL)
        if failed:
            return NotFound("We could not look that up just now. Wait a minute and try again.")
        if location is None:
            return NotFound("We don't know that place. Check the spelling, or try its postcode.")
        return Found(str(location.address), float(location.latitude), float(location.longitude), "street")

    def coarse(self, found: Found) -> Found:
        """The same, never finer than a postcode sector."""
        return get_gazetteer().coarse(found)

    def _ask(self, ask: Any, query: Any, **options: Any) -> tuple[Any, bool]:
        try:
            return ask(query, **options), False
        except Exception as error:  # a geocoder from elsewhere may raise anything, and must not take the page down
            _log.warning("%s did not answer: %s", type(self._inner).__name__, type(error).__name__)
            return None, True


def get_geocoder() -> FindingGeocoder:
    """The geocoder that CONNECTOR_GEOCODER names, made when first asked for and kept.

    The setting is {"class": dotted path of a geopy Geocoder, "kwargs": {...}}. Raises ImproperlyConfigured.
    """
    setting = getattr(settings, "CONNECTOR_GEOCODER", {"class": OFFLINE, "kwargs": {}})
    key = repr(setting)
    with _lock:
        if key not in _kept:
            _kept.clear()
            _kept[key] = _make(setting)
        return _kept[key]


def exact_place(text: str) -> Found | None:
    """What the whole text is the name of, by this installation's own tables: nobody else is asked, since most texts are
    no places. None for anything else, and always where look-ups are turned off."""
    gazetteer = _own_gazetteer()
    return None if gazetteer is None else gazetteer.exact(text)


def places_starting(text: str, most: int) -> list[Found]:
    """Places whose name begins with the text, by this installation's own tables; none where look-ups are turned off."""
    gazetteer = _own_gazetteer()
    return [] if gazetteer is None else list(gazetteer.starting(text, most))


def _own_gazetteer() -> Gazetteer | None:
    geocoder = get_geocoder()
    if isinstance(geocoder, NullGeocoder):
        return None
    return geocoder.gazetteer if isinstance(geocoder, OfflineGeocoder) else get_gazetteer()


def _make(setting: Any) -> FindingGeocoder:
    if not isinstance(setting, Mapping) or not isinstance(setting.get("class"), str):
        raise ImproperlyConfigured(f'Set CONNECTOR_GEOCODER to {{"class": "{OFFLINE}", "kwargs": {{}}}}.')
    try:
        geocoder = import_string(setting["class"])(**setting.get("kwargs", {}))
    except (ImportError, TypeError) as error:
        raise ImproperlyConfigured(
            f"CONNECTOR_GEOCODER cannot be made: {error}. Check its class and kwargs."
        ) from error
    return geocoder if isinstance(geocoder, OfflineGeocoder | NullGeocoder) else CarefulGeocoder(geocoder)


def _location(found: Found) -> Location:
    return Location(found.label, (found.lat, found.lon, 0.0), asdict(found))


class _NoNetwork(BaseSyncAdapter):
    """An adapter that can ask nobody, so that nothing typed leaves the machine."""

    def get_json(self, url: str, *, timeout: Any, headers: Any) -> NoReturn:
        raise RuntimeError("This geocoder asks no network.")

    def get_text(self, url: str, *, timeout: Any, headers: Any) -> NoReturn:
        raise RuntimeError("This geocoder asks no network.")
