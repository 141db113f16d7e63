"""The third question: where it is. What was found is chosen from; a home is kept as about where it is, and no more."""

from typing import Any, Final

from django import forms

from connector.joining.placing import Choice, chosen, home, look

HOWS: Final = (
    ("place", "At a hall, café, park or other place"),
    ("home", "At somebody’s home"),
    ("online", "Online"),
    ("visiting", "We come to people"),
)


class WhereForm(forms.Form):
    how = forms.ChoiceField(
        label="Choose one",
        choices=HOWS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where it is."},
    )
    words = forms.CharField(
        label="The place, or its postcode",
        help_text="Like this: Carder Street Community Centre. Of a home we keep only the area, never the address.",
        max_length=160,
        required=False,
    )
    street = forms.CharField(
        label="Street and number, if you like", help_text="Not for a home.", max_length=250, required=False
    )
    chosen = forms.ChoiceField(label="Which of these is it?", required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices: tuple[Choice, ...] = ()
        self._kept: dict[str, Any] = {}
        self.order_fields(["how", "words", "chosen", "street"])
        del self.fields["chosen"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        how, words = cleaned.get("how"), (cleaned.get("words") or "").strip()
        if how in ("online", "visiting"):
            self._kept = {"how": how}
        elif how and not words:
            self.add_error("words", "Write the name of the place, or its postcode.")
        elif how == "home":
            self._read_home(words)
        elif how == "place":
            self._read_place(words, cleaned.get("street", ""))
        return cleaned

    def answer(self) -> dict[str, Any]:
        """What is kept."""
        return self._kept

    def _read_home(self, words: str) -> None:
        found = home(words)
        if found is None:
            self.add_error("words", "We do not know that place. Write the postcode: we keep only its first part.")
        else:
            self._kept = found

    def _read_place(self, words: str, street: str) -> None:
        picked = self.data.get("chosen", "")
        looked = look(words)
        if picked not in {each.key for each in looked.choices}:
            picked = looked.choices[0].key if len(looked.choices) == 1 else ""
        kept = chosen(picked, words) if picked else None
        if kept is not None:
            self._kept = {**kept, "street": " ".join(street.split())} if "place" not in kept else kept
            return
        if looked.choices:
            self._offer(looked.choices)
        self.add_error("chosen" if looked.choices else "words", looked.problem or "Choose which of these you mean.")

    def _offer(self, choices: tuple[Choice, ...]) -> None:
        self.choices = choices
        self.fields["chosen"] = forms.ChoiceField(
            label="Which of these is it?",
            choices=[(each.key, each.words) for each in choices],
            required=False,
            widget=forms.RadioSelect,
        )
        self.order_fields(["how", "words", "chosen", "street"])
