"""What is asked of somebody who would like to be told each week. Invariant: no more than is needed to tell them."""

from typing import Any

from django import forms
from django.http import QueryDict

from connector.core.open_forms import OpenForm
from connector.following.followed import followed


class WeeklyForm(OpenForm):
    purpose = "weekly"
    q = forms.CharField(
        label="What do you like, or did you use to like?",
        help_text="A word or two will do: sewing, something with animals.",
        max_length=200,
        required=False,
    )
    near = forms.CharField(
        label="Near",
        help_text="A postcode or the name of a place. Of a postcode we keep the first part.",
        max_length=100,
        required=False,
    )
    email = forms.EmailField(
        label="Your e-mail address",
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={
            "required": "Write your e-mail address, so that we can send it.",
            "invalid": "That is not an e-mail address. It looks like this: name@example.org",
        },
    )

    query = ""

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        data: Any = self.data
        found = followed(data if isinstance(data, QueryDict) else QueryDict())
        if found.problem is not None:
            self.add_error(*found.problem)
        self.query = found.query
        return cleaned
