"""Before the phone changes hands: digits that open it again. And when it comes back: those digits, or the password.

Invariant: neither field is one that a browser keeps or fills in, for the next hands on it are somebody else's.
"""

from typing import Any

from django import forms

from connector.matching.tries import pin_problem

_UNKEPT = {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}


class HandOverForm(forms.Form):
    """`has_password`: who is signed in can open it with that, and may leave the digits out."""

    pin = forms.CharField(
        label="Digits to open it again",
        max_length=8,
        widget=forms.TextInput({**_UNKEPT, "inputmode": "numeric", "pattern": "[0-9]*"}),
    )

    def __init__(self, *args: Any, has_password: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pin"].required = not has_password
        self.fields["pin"].help_text = (
            "Four to eight. Leave it empty to open it with your password."
            if has_password
            else "Four to eight. You have no password here, so remember them."
        )
        self.fields["pin"].error_messages["required"] = "Choose four to eight digits, to open it again."

    def clean_pin(self) -> str:
        pin: str = self.cleaned_data["pin"]
        if pin and (problem := pin_problem(pin)):
            raise forms.ValidationError(problem)
        return pin


class TakeBackForm(forms.Form):
    typed = forms.CharField(
        label="Your digits, or your password",
        max_length=128,
        strip=False,
        widget=forms.TextInput(_UNKEPT),
        error_messages={"required": "Type the digits that you chose, or your password."},
    )
