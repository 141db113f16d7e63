"""What is asked of somebody who says that a listing is wrong."""

from typing import Final

from django import forms

from connector.core.open_forms import LINK, OpenForm
from connector.corrections.models import Correction

MOST_LINKS: Final = 1


class CorrectionForm(OpenForm):
    purpose = "correction"
    topic = forms.ChoiceField(
        label="What is wrong?",
        choices=Correction.Topic.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is about."},
    )
    words = forms.CharField(
        label="Say it in your words",
        help_text="What is right instead, if you know. Nothing about anybody’s health.",
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Write a few words."},
    )
    contact = forms.CharField(
        label="How can we reach you?",
        help_text="Only if you like: an e-mail address or a telephone number. Nobody but the council sees it.",
        max_length=200,
        required=False,
    )

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if len(LINK.findall(words)) > MOST_LINKS:
            raise forms.ValidationError("One web address is the most. Say the rest in words.")
        return words
