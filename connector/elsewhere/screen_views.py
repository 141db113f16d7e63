"""A screen for the foyer of a library: what is on today, a few at a time, for as long as it hangs there.

Invariant: public facts, no cookie, nothing to press. It is right without a script (the page calls the next one by
itself), and with one it outlives a server that is away: the last picture stays until the next one came.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from cms.models import Area
from cms.schedule.names import full_date
from cms.schedule.say import say_span
from connector.core.qr import square
from connector.elsewhere.on_days import at_places, in_ward, nearest_places, on_days
from connector.elsewhere.screen import AHEAD, picture
from search.filters import PlaceField

SECONDS: Final = 20
STILL_SECONDS: Final = 60


class ScreenForm(forms.Form):
    """Where the screen hangs."""

    ward = forms.ChoiceField(label="Which ward?", required=False)
    near = PlaceField(
        label="Or where does it hang?",
        help_text="A postcode, or the name of a place: what is on within two miles.",
        max_length=60,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wards = Area.objects.filter(kind="ward").values_list("code", "name")
        self.fields["ward"].choices = [("", "No ward"), *wards]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Around:
    """Which places a screen tells of: in words, as conditions, as fields of its own address; `live`: where a telephone
    goes on."""

    words: str
    places: Q
    own: tuple[tuple[str, str], ...]
    live: str


@require_safe
@cache_control(public=True, max_age=10)
def screen(request: HttpRequest) -> HttpResponse:
    """One picture; or, where it is not said where the screen hangs, the question."""
    form = ScreenForm(request.GET or None)
    around = _around(form) if form.is_bound and form.is_valid() else None
    if around is None:
        context = {"heading": "A screen for your foyer", "form": form, "door": ""}
        answer = render(request, "connector/elsewhere/choose_screen.html", context)
    else:
        shown = _shown(around, request.GET.get("picture", ""), still="still" in request.GET, now=timezone.localtime())
        answer = render(request, "connector/elsewhere/screen.html", shown)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _around(form: ScreenForm) -> Around | None:
    ward = Area.objects.filter(code=form.cleaned_data["ward"]).first() if form.cleaned_data["ward"] else None
    if ward is not None:
        return Around(
            f"in {ward.name}", in_ward(ward), (("ward", ward.code),), _live("whats_on", (("ward", ward.code),))
        )
    place = form.cleaned_data["near"]
    if place is None:
        return None
    said = (("near", str(form.data["near"]).strip()),)
    return Around(
        f"near {place.label}",
        nearest_places(place.lat, place.lon),
        said,
        _live("search", (*said, ("order", "soonest"))),
    )


def _live(page: str, fields: tuple[tuple[str, str], ...]) -> str:
    return f"{reverse(page)}?{urlencode(fields)}"


def _shown(around: Around, number: str, *, still: bool, now: datetime) -> dict[str, Any]:
    """The picture, the clock that it was made by, and where the next one is."""
    days = on_days(at_places(around.places), now, AHEAD, places=around.places)
    found = picture(days, now.date(), int(number) if number.isdecimal() and len(number) < 4 else 1)
    here, after = (found.number, found.after) if found else (1, 1)
    return {
        "where": around.words,
        "picture": found,
        "clock": say_span(now.time()),
        "date": full_date(now.date()).rsplit(" ", 1)[0],
        "now": now.isoformat(timespec="minutes"),
        "seconds": STILL_SECONDS if still else SECONDS,
        "here_url": _address(around, here, still),
        "next_url": _address(around, here if still else after, still),
        "still": still,
        "other_url": _address(around, here, not still),
        "live_url": around.live,
        "square": square(around.live),
    }


def _address(around: Around, number: int, still: bool) -> str:
    fields = [*around.own, *((("picture", str(number)),) if number > 1 else ()), *((("still", ""),) if still else ())]
    return f"{reverse('screen')}?{urlencode(fields)}"
