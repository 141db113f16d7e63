"""A form that anybody may send: a box that no person sees is left empty, or nothing is kept.

Invariant: whoever is refused reads why, and what they typed stays. The box is in `joining/_pot.html`.
"""

from typing import Any, Final

from django import forms

BOX: Final = "homepage"
LEFT_EMPTY: Final = "Leave the last box empty. It is there to stop programs that fill in everything."


class OpenForm(forms.Form):
    """Refuses whatever came with the box filled in."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.data.get(BOX):
            raise forms.ValidationError(LEFT_EMPTY)
        return cleaned
