"""The fourth question: whom it is for, who may need looking after there, and what it costs."""

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError

from cms.panels.written import Unreadable, read_money

COSTS: Final = (
    ("free", "Nothing"),
    ("donation", "Give what you can"),
    ("paid", "It costs something"),
    ("unknown", "It differs. People ask"),
)
AT_RISK: Final = (
    ("children", "Children or young people under 18, without their parents"),
    ("adults", "Adults who need looking after or keeping safe"),
)


class WhoForm(forms.Form):
    who_for = forms.CharField(
        label="Who is it for?",
        help_text="Leave it empty if anybody may come.",
        max_length=200,
        required=False,
    )
    at_risk = forms.MultipleChoiceField(
        label="Is it mainly for any of these?",
        help_text="Tick none if not.",
        choices=AT_RISK,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    cost = forms.ChoiceField(
        label="What does it cost?",
        choices=COSTS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it costs."},
    )
    amount = forms.CharField(label="How much each time?", help_text="Like this: £2.50", max_length=20, required=False)

    def clean_amount(self) -> int | None:
        text = self.cleaned_data["amount"].strip()
        if not text or self.cleaned_data.get("cost") != "paid":
            return None
        try:
            return read_money(text)
        except Unreadable as problem:
            raise ValidationError(str(problem), code="unreadable") from problem

    def answer(self) -> dict[str, Any]:
        """What is kept. `pence` as a whole number, or None."""
        ticked = self.cleaned_data["at_risk"]
        at_risk = "both" if len(ticked) == 2 else ticked[0] if ticked else "neither"
        return {
            "who_for": " ".join(self.cleaned_data["who_for"].split()),
            "at_risk": at_risk,
            "cost": self.cleaned_data["cost"],
            "pence": self.cleaned_data["amount"],
        }
