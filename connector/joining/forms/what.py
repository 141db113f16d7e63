"""The first question: what the group is called and what it does."""

from typing import Any

from django import forms

from connector.joining.forms.open_to_all import OpenForm


class WhatForm(OpenForm):
    name = forms.CharField(
        max_length=100,
        label="Its name",
        help_text="What people call it.",
        error_messages={"required": "Write what it is called."},
    )
    summary = forms.CharField(
        max_length=250,
        label="What happens there, in a sentence",
        help_text="Like this: We sew, mend and drink tea. Beginners are welcome.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Write one sentence, so that people know what it is."},
    )

    def answer(self) -> dict[str, Any]:
        """What is kept."""
        return {name: " ".join(self.cleaned_data[name].split()) for name in ("name", "summary")}
