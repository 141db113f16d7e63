"""Forms that anybody may send without an account, kept from machines without asking a third party.

Invariant: works without a script; a person who fills in what is asked in their own time is never refused by it. What is
kept of an address is a keyed hash, in the shared cache, for as long as it counts.
"""

import re
from typing import Any, Final

from allauth.core.internal import ratelimit
from axes.helpers import get_client_ip_address
from django import forms
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

SOONEST: Final = 3
"""Seconds in which nobody reads a page and fills it in."""
LATEST: Final = 60 * 60 * 24
AGAIN: Final = (
    "The page had been open for a long time, or was sent very fast. Everything is still here: send it once more."
)
TRAP: Final = "Leave this box empty."
LINK: Final = re.compile(r"https?:|www\.|\[url|<a\s", re.IGNORECASE)
"""How a web address begins, as people type one and as machines do."""


class OpenForm(forms.Form):
    """A form with a box that people do not see, and a signed stamp of when the page was made."""

    website = forms.CharField(
        label="Leave this empty",
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"}),
    )
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)
    purpose = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["website"].widget.attrs["class"] = "trap"
        self.order_fields([*(name for name in self.fields if name not in ("website", "stamp")), "website", "stamp"])
        self.initial["stamp"] = self._signer.sign(self.purpose)

    @property
    def _signer(self) -> TimestampSigner:
        return TimestampSigner(salt="connector.core.open_forms")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("website"):
            raise forms.ValidationError(TRAP)
        if not self._in_time(cleaned.get("stamp", "")):
            # A fresh stamp goes out with the answer, so that sending it once more is enough.
            fresh: Any = self.data.copy()  # type: ignore[attr-defined]  # of a form that was sent: a QueryDict
            fresh[self.add_prefix("stamp")] = self._signer.sign(self.purpose)
            self.data = fresh
            raise forms.ValidationError(AGAIN)
        return cleaned

    def _in_time(self, stamp: str) -> bool:
        """Made by us for this form, no less than the soonest and no more than the latest ago."""
        try:
            if self._signer.unsign(stamp, max_age=LATEST) != self.purpose:
                return False
        except BadSignature:  # one that expired is one too
            return False
        try:
            self._signer.unsign(stamp, max_age=SOONEST)
        except SignatureExpired:
            return True
        return False


def too_many(request: HttpRequest, purpose: str, *, most: int, what: str = "") -> bool:
    """Whether `most` were sent within the last hour from where this came, or for `what` if that is given; else it is
    counted. The count is one for all processes."""
    key = salted_hmac("connector.core.open_forms", f"{purpose} {what or _address(request)}", algorithm="sha256")
    rates = {purpose: f"{most}/h/key"}
    return ratelimit.consume(request, app="open_forms", action=purpose, key=key.hexdigest(), config=rates) is None


def too_often(request: HttpRequest, purpose: str, *, listing: str, from_one_place: int, for_one_listing: int) -> bool:
    """Whether so many were sent within the last hour from one place, or about this listing; else it is counted, for
    each that it is not too much for."""
    often = too_many(request, purpose, most=from_one_place)
    return too_many(request, purpose, most=for_one_listing, what=listing) or often


def _address(request: HttpRequest) -> str:
    """Where it came from, as the proxies of the council tell it (`axes` reads the same)."""
    return str(get_client_ip_address(request) or "")
