"""What is asked of somebody who would share something: one form a question, and the last that agrees and sends.

Invariant: a form keeps no answer that is wrong, and what was typed stays on the page.
"""

from typing import Any, Final

from django import forms

from cms.selfservice.reading import read_phone
from cms.selfservice.said import Said
from connector.core.open_forms import SOONEST, OpenForm
from connector.offers.models import Offer
from connector.offers.placing import Patch, patch_of
from connector.offers.wording import told_too_much

LEAVE_OUT: Final = "Leave out {}: workers read this. A connector keeps how to reach you."
ONE_WAY: Final = "Write an e-mail address or a telephone number, so that we can reach you."
NOT_KNOWN: Final = "Write your postcode, or the name of your ward."


def _nothing_of_a_person(text: str) -> str:
    """The words with single spaces within a line. Raises ValidationError where they say who or where somebody is."""
    plain = "\n".join(" ".join(line.split()) for line in text.strip().splitlines() if line.strip())
    if what := told_too_much(plain):
        raise forms.ValidationError(LEAVE_OUT.format(what))
    return plain


class WhatForm(forms.Form):
    words = forms.CharField(
        label="In your own words",
        help_text="Like this: I baked for thirty years, and could show somebody how to make a loaf. Not your name: we "
        "ask for that later, and workers do not see it.",
        max_length=600,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Write what you could share. One sentence will do."},
    )

    def clean_words(self) -> str:
        return _nothing_of_a_person(self.cleaned_data["words"])

    def answer(self) -> dict[str, Any]:
        """What is kept."""
        return {"words": self.cleaned_data["words"]}


class WhereForm(forms.Form):
    words = forms.CharField(
        label="Your postcode",
        help_text="We keep the ward and the first part of it, never the rest. The name of your ward will do too.",
        max_length=80,
        widget=forms.TextInput({"autocomplete": "postal-code"}),
        error_messages={"required": NOT_KNOWN},
    )

    def clean_words(self) -> Patch:
        found = patch_of(self.cleaned_data["words"])
        if isinstance(found, str):
            raise forms.ValidationError(found)
        return found

    def answer(self) -> dict[str, Any]:
        """What is kept: nothing that was typed."""
        patch: Patch = self.cleaned_data["words"]
        return {"code": patch.code, "ward": patch.ward, "sector": patch.sector}


class WhenForm(forms.Form):
    when = forms.CharField(
        label="When could you?",
        help_text="Like this: weekday mornings, or most evenings.",
        max_length=160,
        error_messages={"required": "Write when you could, roughly. “It depends” is an answer too."},
    )
    often = forms.ChoiceField(
        label="How often?",
        choices=Offer.Often.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how often."},
    )
    condition = forms.CharField(
        label="Does anything have to be so?",
        help_text="If you like. Like this: I would like to meet first. Ground floor only.",
        max_length=250,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )

    def clean_when(self) -> str:
        return _nothing_of_a_person(self.cleaned_data["when"])

    def clean_condition(self) -> str:
        return _nothing_of_a_person(self.cleaned_data["condition"])

    def answer(self) -> dict[str, Any]:
        """What is kept."""
        return {name: self.cleaned_data[name] for name in ("when", "often", "condition")}


class YouForm(forms.Form):
    first_name = forms.CharField(
        label="Your first name",
        max_length=80,
        widget=forms.TextInput({"autocomplete": "given-name"}),
        error_messages={"required": "Write a first name, so that a connector knows whom to ask for."},
    )
    email = forms.EmailField(
        label="Your e-mail address",
        help_text="We send you a link, to know that it is yours. With it you stop whenever you like.",
        required=False,
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={"invalid": "That is not a whole e-mail address. It looks like this: stan@example.org"},
    )
    phone = Said(
        read_phone,
        label="Your telephone",
        help_text="Without an e-mail address, a connector rings you first.",
        required=False,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not (cleaned.get("email") or cleaned.get("phone")):
            self.add_error("email", ONE_WAY)
        return cleaned

    def answer(self) -> dict[str, Any]:
        """What is kept."""
        said = self.cleaned_data
        return {
            "first_name": " ".join(said["first_name"].split()),
            "email": (said["email"] or "").strip().lower(),
            "phone": said["phone"] or "",
        }


class SendForm(OpenForm):
    """`agreement`: the words that are agreed to. `told`: what workers would read; `first_name`: must not be in it.
    `seconds`: since the first question was answered; it counts in place of the page's own stamp."""

    purpose = "offer"
    agreed = forms.BooleanField(error_messages={"required": "Tick the box, so that workers may find your offer."})

    def __init__(
        self, *args: Any, agreement: str, told: tuple[str, ...], first_name: str, seconds: float, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._seconds = seconds
        self._named = any(told_too_much(each, first_name) for each in told)
        self.fields["agreed"].label = f"I agree: {agreement}"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self._named:
            raise forms.ValidationError("Your name stands in what workers would read. Change that line first.")
        return cleaned

    def _in_time(self, stamp: str) -> bool:
        return self._seconds > SOONEST
