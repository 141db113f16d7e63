"""The questions about a listing as a whole: room, whom to ring, its name, what it is, who it is for, where."""

from typing import Any

from django import forms

from cms.geo.postcode import Postcode, parse_postcode
from cms.panels.written import Unreadable
from cms.selfservice.reading import read_phone
from cms.selfservice.said import Said
from cms.selfservice.words import ROOM


class ListingForm(forms.Form):
    """One question about a listing. `answers`: values of `Pending`, of a form that is valid."""

    title = ""

    @property
    def answers(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class RoomForm(ListingForm):
    title = "Is there room for somebody new?"
    room = forms.ChoiceField(
        label="Choose one",
        choices=list(ROOM.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it is just now."},
    )


class PhoneForm(ListingForm):
    title = "Which number should people ring?"
    phone = Said(
        read_phone,
        label="The number",
        help_text="Everybody sees it. Leave it empty if nobody should ring.",
        required=False,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )
    mine = forms.BooleanField(
        label="It is my own number, and people may ring me",
        help_text="Then people see it at once. Somebody else’s waits until a connector has asked them.",
        required=False,
    )


class WordsForm(ListingForm):
    """An answer in words, kept under the field's name."""

    @property
    def answers(self) -> dict[str, Any]:
        return {"said": {name: " ".join(words.split()) for name, words in self.cleaned_data.items()}}


class NameForm(WordsForm):
    title = "What is it called?"
    name = forms.CharField(label="The name", max_length=250, error_messages={"required": "Write what people call it."})


class WhatForm(WordsForm):
    title = "What do you do there?"
    summary = forms.CharField(
        label="In a sentence",
        help_text="Like this: we sew, mend and drink tea.",
        max_length=250,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Say in a sentence what you do."},
    )


class WhoForm(WordsForm):
    title = "Who is it for?"
    who_for = forms.CharField(
        label="In a sentence",
        help_text="Like this: anybody who likes sewing. Leave it empty if it is for everybody.",
        max_length=200,
        required=False,
    )


def read_postcode(text: str) -> str:
    """A whole postcode as it is written properly; empty for none. Raises Unreadable."""
    if not text:
        return ""
    found = parse_postcode(text)
    if isinstance(found, Postcode) and found.kind == "unit":
        return str(found)
    raise Unreadable("Write the whole postcode, like this: M33 7ZF. Leave it empty if you do not know it.")


class PlaceForm(ListingForm):
    title = "Where is it?"
    place = forms.CharField(
        label="The hall, the room or the building",
        help_text="Not somebody’s home: a connector helps with that.",
        max_length=160,
        error_messages={"required": "Say where it is."},
    )
    postcode = Said(read_postcode, label="Its postcode", help_text="If you know it.", required=False, max_length=10)

    @property
    def answers(self) -> dict[str, Any]:
        return {"place": (" ".join(self.cleaned_data["place"].split()), self.cleaned_data["postcode"])}
