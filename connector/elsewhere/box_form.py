"""What is asked of somebody who wants a box on their website. Nothing of it is kept: it becomes an address."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cms.models import Area
from connector.council.colours import colour, links
from connector.elsewhere.near_box import LONGEST, MOST, USUAL
from search.filters import PlaceField


class BoxForm(forms.Form):
    near = PlaceField(
        label="Where are you?",
        help_text="A postcode, a part of one, or the name of a place.",
        max_length=LONGEST,
        required=False,
    )
    ward = forms.ChoiceField(
        label="Or a whole ward", required=False, help_text="What is in it or serves it, instead of what is nearest."
    )
    about = forms.CharField(
        label="About what?", help_text="Walking, say, or tea. Leave it empty for everything.", max_length=LONGEST,
        required=False,
    )  # fmt: skip
    most = forms.TypedChoiceField(
        initial=USUAL,
        label="How many?", coerce=int, empty_value=str(USUAL), required=False,
        choices=[(number, str(number)) for number in range(2, MOST + 1)],
    )  # fmt: skip
    look = forms.ChoiceField(
        label="Light or dark?",
        required=False,
        widget=forms.RadioSelect,
        choices=[("", "As each reader’s device has it"), ("light", "Light"), ("dark", "Dark")],
    )
    accent = forms.CharField(
        label="Your colour", help_text="For links, such as #24427C. Leave it empty for ours.", max_length=7,
        required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wards = Area.objects.filter(kind="ward").values_list("code", "name")
        self.fields["ward"].choices = [("", "No ward"), *wards]  # type: ignore[attr-defined]

    def clean_accent(self) -> str:
        """Raises ValidationError with the nearest colour that can be read."""
        text: str = self.cleaned_data["accent"]
        if not text:
            return ""
        try:
            links(colour(text))
        except ValueError as problem:
            raise ValidationError(str(problem)) from problem
        return colour(text)

    def ward_name(self) -> str:
        """The name of the ward that was chosen; nothing without one."""
        choices = dict(self.fields["ward"].choices)  # type: ignore[attr-defined]
        return str(choices[self.cleaned_data["ward"]]) if self.cleaned_data["ward"] else ""

    def address(self) -> dict[str, str]:
        """What the box's address holds, as it was typed, without what is wrong or as it comes."""
        self.is_valid()
        right = [name for name in self.fields if name not in self.errors]
        given = {name: str(self.data.get(name, "")).strip() for name in right}
        if given.get("most") == str(USUAL):
            del given["most"]
        return {name: value for name, value in given.items() if value}
