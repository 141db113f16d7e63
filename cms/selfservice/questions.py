"""Which form asks which question."""

from collections.abc import Mapping
from typing import Final

from cms.selfservice.listing_forms import ListingForm, NameForm, PhoneForm, PlaceForm, RoomForm, WhatForm, WhoForm
from cms.selfservice.off_forms import CalledOffForm, NotOnForm
from cms.selfservice.steps import Time
from cms.selfservice.time_forms import (
    DaysForm,
    FortnightForm,
    HoursForm,
    OnceForm,
    RhythmForm,
    TimeForm,
    WeeksForm,
)

OF_LISTING: Final[Mapping[str, type[ListingForm]]] = {
    "room": RoomForm,
    "phone": PhoneForm,
    "name": NameForm,
    "what": WhatForm,
    "who": WhoForm,
    "place": PlaceForm,
}
_OF_TIME: Final[Mapping[str, type[TimeForm]]] = {
    "days": DaysForm,
    "weeks": WeeksForm,
    "hours": HoursForm,
    "rhythm": RhythmForm,
    "not-on": NotOnForm,
    "called-off": CalledOffForm,
}
_DATE: Final[Mapping[str, type[TimeForm]]] = {"once": OnceForm, "fortnightly": FortnightForm}


def time_form(question: str, asked: Time) -> type[TimeForm] | None:
    """The form of a question about this time; None where it does not go with it."""
    return _DATE.get(asked.rhythm) if question == "date" else _OF_TIME.get(question)
