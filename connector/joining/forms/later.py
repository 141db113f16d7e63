"""The gentle questions that come afterwards, one form each. Every one may be left empty."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError

from cms.access import NAMES
from cms.models import AccessFact, Asset
from cms.panels.pictures import WHAT_IT_SHOWS
from cms.stripping import PictureProblem, stripped

ALWAYS_ASKED: Final = ("step_free", "toilet_with_rails", "chairs_with_arms")
MOST_SUBJECTS: Final = 5
STATES: Final = (("yes", "Yes"), ("no", "No"), ("partly", "In part"), ("", "I do not know"))
LARGEST: Final = 12 * 1024 * 1024


class SafeguardingForm(forms.Form):
    lead = forms.CharField(label="First name of who looks after it", max_length=80, required=False)
    policy = forms.ChoiceField(
        label="Do you have a safeguarding policy?",
        choices=(("yes", "Yes"), ("no", "No"), ("", "I do not know")),
        widget=forms.RadioSelect,
        required=False,
    )

    def answer(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class ComingForm(forms.Form):
    coming = forms.ChoiceField(
        label="Choose one",
        choices=(*Asset.Coming.choices, ("", "Either is fine")),
        widget=forms.RadioSelect,
        required=False,
    )
    introductions = forms.ChoiceField(
        label="May we introduce people to you?",
        help_text="Somebody tells you who is coming, and when. Being listed is not agreeing to it.",
        choices=(("agreed", "Yes"), ("no_thanks", "No, thank you"), ("", "Not now")),
        widget=forms.RadioSelect,
        required=False,
    )
    new_a_month = forms.IntegerField(
        label="How many new people a month can you welcome?",
        help_text="Leave it empty if it does not matter.",
        min_value=1,
        max_value=500,
        required=False,
        widget=forms.TextInput({"inputmode": "numeric"}),
    )
    cannot_do = forms.CharField(
        label="Is there something that you cannot do?",
        help_text="Like this: We cannot help anybody in the toilet.",
        max_length=250,
        required=False,
    )

    def answer(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class FirstForm(forms.Form):
    happens = forms.CharField(
        label="One thing a line",
        help_text="Like this: Somebody meets you at the door. You sit down and have tea.",
        widget=forms.Textarea({"rows": 4}),
        max_length=1_000,
        required=False,
    )
    bring = forms.CharField(label="What should people bring?", max_length=200, required=False)

    def answer(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class AccessForm(forms.Form):
    """`subjects`: what is asked, those that people needed to know first."""

    def __init__(self, *args: Any, subjects: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subjects = subjects
        for subject in subjects:
            self.fields[subject] = forms.ChoiceField(
                label=NAMES[subject].name, choices=STATES, widget=forms.RadioSelect, required=False
            )
            self.fields[f"{subject}_note"] = forms.CharField(
                label=f"{NAMES[subject].name}: a word on it, if in part", max_length=120, required=False
            )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for subject in self.subjects:
            if cleaned.get(subject) == AccessFact.State.PARTLY and not cleaned.get(f"{subject}_note"):
                self.add_error(f"{subject}_note", "Say what is in part: two steps, with a rail.")
        return cleaned

    def answer(self) -> dict[str, Any]:
        said = {each: self.cleaned_data[each] for each in self.subjects if self.cleaned_data.get(each)}
        return {"facts": {s: {"state": state, "note": self.cleaned_data[f"{s}_note"]} for s, state in said.items()}}


class PictureForm(forms.Form):
    """Stripped of what the camera wrote into it, and drawn anew, when it is kept (`cms.models.pictures`)."""

    file = forms.FileField(
        label="A picture from your phone",
        help_text="Of the place or the door, or of what you make. Ask everybody who can be known in it.",
        required=False,
        widget=forms.FileInput({"accept": "image/jpeg,image/png,image/webp"}),
    )
    description = forms.CharField(label="What does it show?", help_text=WHAT_IT_SHOWS, max_length=250, required=False)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if not file:
            return None
        if file.size > LARGEST:
            raise ValidationError("This picture is too large. Make it smaller than 12 MB and try again.")
        try:
            stripped(file)
        except PictureProblem as problem:
            raise ValidationError(str(problem), code="picture") from problem
        file.seek(0)
        return file

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("file") and not cleaned.get("description", "").strip():
            self.add_error("description", "Say what it shows, for people who do not see it. Then choose it once more.")
        return cleaned


FORMS: Final[Mapping[str, type[forms.Form]]] = {
    "safeguarding": SafeguardingForm,
    "coming": ComingForm,
    "first": FirstForm,
    "access": AccessForm,
    "picture": PictureForm,
}


def subjects_to_ask(looked: Mapping[str, int]) -> list[str]:
    """What people needed to know most, then what everybody asks; at most `MOST_SUBJECTS`."""
    wanted = sorted((each for each in looked if each in NAMES), key=lambda each: (-looked[each], each))
    return list(dict.fromkeys([*wanted, *ALWAYS_ASKED]))[:MOST_SUBJECTS]
