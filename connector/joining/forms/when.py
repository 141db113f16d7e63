"""The second question: when it is on, as people say it, read back as real dates before it counts."""

import hashlib
import json
from datetime import date
from typing import Any, Final

from django import forms

from connector.joining.hearing import Heard, hear

SEEN: Final = "seen"
"""The field in which the page says what it read back."""


class WhenForm(forms.Form):
    """Valid only when the dates that were understood have been read back: `seen` is their mark."""

    words = forms.CharField(
        label="Say it as you would to a neighbour",
        help_text="Like this: every Tuesday 1.30 to 3.30pm.",
        widget=forms.Textarea({"rows": 3}),
        max_length=600,
        required=False,
    )
    varies = forms.BooleanField(label="It has no fixed times. People ask us.", required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.heard = Heard()
        self.to_be_read_back = False

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        words = cleaned.get("words", "")
        if cleaned.get("varies"):
            return cleaned
        if not words.strip():
            self.add_error("words", "Write when it is on, or tick that it has no fixed times.")
            return cleaned
        self.heard = hear(words, self.today)
        for question in self.heard.questions:
            self.add_error("words", question)
        if not self.heard.questions and self.data.get(SEEN) != mark(self.heard):
            self.to_be_read_back = True
        return cleaned

    def answer(self) -> dict[str, Any]:
        """What is kept."""
        words = self.cleaned_data["words"]
        if self.cleaned_data["varies"]:
            return {"words": words, "varies": True, "times": []}
        return {"words": words, "varies": False, "times": [dict(each) for each in self.heard.times]}


def mark(heard: Heard) -> str:
    """A short mark of what was understood: another understanding has another mark."""
    told = json.dumps([dict(each) for each in heard.times], sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()[:16]
