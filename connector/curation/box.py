"""The box *Try it* on an interest's edit page: what is typed there, and where it is sent.

Invariant: its fields are none of the interest's; they are answered and forgotten.
"""

from typing import Any, Final

from django import forms
from django.http import HttpRequest
from django.urls import reverse

from cms.models import Interest
from search.filters import PlaceField

NEEDED: Final = "cms.change_interest"
PREFIX: Final = "try"
SEARCH, VISIT = "search", "visit"
# As much as the search box takes.
LONGEST: Final = 12_000


class TryForm(forms.Form):
    """`words`: a query or a note; `near`: `cms.geo.answers.Found` or None; `read_as`: SEARCH or VISIT."""

    words = forms.CharField(
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        error_messages={
            "required": "Write some words to try: what somebody would type, or say on a visit.",
            "max_length": f"Write {LONGEST:,} characters at most.",
        },
    )
    near = PlaceField(required=False, max_length=100, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    read_as = forms.ChoiceField(
        choices=[(SEARCH, "words in the search box"), (VISIT, "a note of a visit")],
        widget=forms.RadioSelect,
        initial=SEARCH,
        error_messages={"required": "Choose how the words are read."},
    )


def try_it_box(interest: Interest, request: HttpRequest) -> dict[str, Any]:
    """`try_it`: `url` to ask and the empty `form`. Nothing for a new interest, nor for who may not edit one."""
    if interest.pk is None or not request.user.has_perm(NEEDED):
        return {}
    return {"try_it": {"url": reverse("curation_try_it", args=[interest.pk]), "form": TryForm(prefix=PREFIX)}}
