"""What somebody may let a group know before they come. Every question may stay empty.

Invariant: a day that is offered is one on which the group meets.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django import forms
from django.utils import timezone

from cms.schedule.occurrences import Occurrence
from connector.core.open_forms import LINK, OpenForm
from connector.expecting.said import WISHES, day_in_words

NO_DAY: Final = "none"


class ComingForm(OpenForm):
    purpose = "coming"
    day = forms.ChoiceField(
        label="Which day?", widget=forms.RadioSelect, error_messages={"invalid_choice": "Choose one of these days."}
    )
    wants = forms.MultipleChoiceField(
        label="What should they know?",
        help_text="Tick what you like, or nothing.",
        choices=[(wish.code, wish.ticked) for wish in WISHES],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    called = forms.CharField(
        label="What should they call you?",
        help_text="Only if you like. A first name is enough.",
        max_length=60,
        required=False,
    )
    words = forms.CharField(
        label="Anything else?",
        help_text="Only if you like. Nothing about your health that you would not say at the door.",
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    answer_to = forms.CharField(
        label="How can they answer you?",
        help_text="Only if you like: an e-mail address or a telephone number. Only they see it.",
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, dates: Sequence[Occurrence], **kwargs: Any) -> None:
        """`dates`: the next on which the group meets."""
        super().__init__(*args, **kwargs)
        starts = [timezone.localtime(each.start) for each in dates if each.status == "on"]
        known = [(each.isoformat(), day_in_words(each)) for each in starts]
        field: Any = self.fields["day"]
        field.choices = [*known, (NO_DAY, "I do not know yet")]
        field.initial = NO_DAY if not known else None
        field.error_messages["required"] = "Choose a day, or say that you do not know yet."

    def clean_called(self) -> str:
        return self._without_links("called")

    def clean_words(self) -> str:
        return self._without_links("words")

    def clean_answer_to(self) -> str:
        return self._without_links("answer_to")

    def _without_links(self, name: str) -> str:
        words = " ".join(self.cleaned_data[name].split())
        if LINK.search(words):
            raise forms.ValidationError("Say it without a web address.")
        return words

    def said(self) -> dict[str, Any]:
        """What they said, for `said` and for the row: `called`, `starts` (local, or None), `wants`, `words`,
        `answer_to`."""
        given = self.cleaned_data
        starts = None if given["day"] == NO_DAY else timezone.localtime(datetime.fromisoformat(given["day"]))
        rest = {name: given[name] for name in ("called", "wants", "words", "answer_to")}
        return {**rest, "starts": starts}
