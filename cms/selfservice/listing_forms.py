"""The questions about a listing as a whole: whether there is room, and whom to ring."""

from django import forms

from cms.selfservice.reading import read_phone
from cms.selfservice.said import Said
from cms.selfservice.words import ROOM


class RoomForm(forms.Form):
    title = "Is there room for somebody new?"
    room = forms.ChoiceField(
        label="Choose one",
        choices=list(ROOM.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it is just now."},
    )


class PhoneForm(forms.Form):
    title = "Which number should people ring?"
    phone = Said(
        read_phone,
        label="The number",
        help_text="Everybody sees it. Leave it empty if nobody should ring.",
        required=False,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )
