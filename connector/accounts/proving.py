"""Whether it is still the same person: before something that matters they prove it, unless they just have.

Invariant: whoever has a second step proves it with that, whatever else they know. Coming in counts as proof for as long
as proving again does (`ACCOUNT_REAUTHENTICATION_TIMEOUT`).
"""

import time
from typing import Any, Final

from allauth.account import app_settings
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.account.internal.flows.reauthentication import suspend_request
from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

FACTORS: Final = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_factor(user: Any) -> bool:
    """Whether somebody has an app or a passkey. One query."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists())


def passed_with(request: HttpRequest) -> set[int]:
    """The second steps by which this session was opened, or was proved since: ids, some perhaps gone by now."""
    records = get_authentication_records(request, request.user)  # type: ignore[arg-type]
    return {record["id"] for record in records if record.get("method") == "mfa"}


def pass_with_newest(request: HttpRequest, type: str) -> None:
    """Whoever has just set up an app or a passkey has shown that it works: the session has passed with it."""
    newest = Authenticator.objects.filter(user_id=request.user.pk, type=type).latest("pk")
    record_authentication(request, request.user, method="mfa", id=newest.pk, type=newest.type)  # type: ignore[arg-type]


def proved_lately(request: HttpRequest) -> bool:
    """Whether the one who is signed in showed who they are just now, with a second step if they have one."""
    records = get_authentication_records(request, request.user)  # type: ignore[arg-type]
    if has_factor(request.user):
        records = [record for record in records if record.get("method") == "mfa"]
    newest = max((record["at"] for record in records), default=0.0)
    return bool(time.time() - newest < app_settings.REAUTHENTICATION_TIMEOUT)


def ways_to_prove(user: Any) -> list[dict[str, str]]:
    """What somebody may prove it with: `id`, `description` (words of a link) and `url` each, the first by default."""
    types = set(Authenticator.objects.filter(user_id=user.pk).values_list("type", flat=True))
    if types.isdisjoint(FACTORS):
        if user.has_usable_password():
            return [_way("reauthenticate", "Use your password", "account_reauthenticate")]
        return [_way("code", "Use a code by e-mail", "account_code_again")]
    ways = [_way("mfa_reauthenticate", "Use your app or a spare code", "mfa_reauthenticate")]
    passkey = _way("mfa_reauthenticate:webauthn", "Use a passkey", "mfa_reauthenticate_webauthn")
    if Authenticator.Type.WEBAUTHN not in types:
        return ways
    return [*ways, passkey] if Authenticator.Type.TOTP in types else [passkey, *ways]


def prove_first(request: HttpRequest) -> HttpResponse:
    """To the page that asks for it, and back to this request afterwards, with all that was sent."""
    return suspend_request(request, ways_to_prove(request.user)[0]["url"])


def _way(id: str, description: str, name: str) -> dict[str, str]:
    return {"id": id, "description": description, "url": reverse(name)}
