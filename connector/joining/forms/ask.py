"""The fifth question: whom people can ask, who may see that, and that they agree to it."""

from typing import Any

from django import forms

from cms.selfservice.reading import read_phone
from cms.selfservice.said import Said
from connector.joining.agreements import wording

ONE_WAY = "Write a telephone number or an e-mail address, so that people can ask."


class AskForm(forms.Form):
    """Of one's own group. `directory`: whose pages it will stand on, for the words that are agreed to."""

    name = forms.CharField(
        label="A first name",
        max_length=80,
        widget=forms.TextInput({"autocomplete": "given-name"}),
        error_messages={"required": "Write whom people ask for. A first name will do."},
    )
    phone = Said(
        read_phone, label="Telephone", required=False, widget=forms.TextInput({"type": "tel", "autocomplete": "tel"})
    )
    email = forms.EmailField(label="E-mail", required=False, widget=forms.EmailInput({"autocomplete": "email"}))
    answer_given = forms.ChoiceField(
        label="Who may see this, and do you agree?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who may see it."},
    )

    def __init__(self, *args: Any, directory: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.directory = directory
        if "answer_given" in self.fields:
            self.fields["answer_given"].choices = [  # type: ignore[attr-defined]
                (each, f"I agree: {wording(each, directory)}") for each in ("everybody", "workers")
            ]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not (cleaned.get("phone") or cleaned.get("email")):
            self.add_error("phone", ONE_WAY)
        return cleaned

    def answer(self) -> dict[str, Any]:
        """What is kept, with the very words that were agreed to."""
        kept = {name: self.cleaned_data.get(name, "") for name in ("name", "phone", "email")}
        given = self.cleaned_data.get("answer_given", "no")
        return {**kept, "shown_to": given, "words": wording(given, self.directory) if given != "no" else ""}


class AskOthersForm(AskForm):
    """Of a group that is somebody else's: whom we ask first. Nobody agrees for another person."""

    name = forms.CharField(label="A first name, if you know one", max_length=80, required=False)
    answer_given = None  # type: ignore[assignment]

    def clean(self) -> dict[str, Any]:
        return forms.Form.clean(self) or self.cleaned_data

    def answer(self) -> dict[str, Any]:
        return {**super().answer(), "asked": True}
