"""Second steps and passkeys: one page that shows them all, and what allauth does with our words and our templates."""

from typing import Any

from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.base.views import IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.internal import auth, flows
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    LoginWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse_lazy

from connector.accounts.factor_adapter import passkeys_work
from connector.accounts.first_page import first_page
from connector.accounts.proving import has_factor, pass_with_newest
from connector.accounts.second_step import must_have_factor
from connector.accounts.viewer import permissions_for


class SafetyView(IndexView):
    """What keeps an account safe: the second step, passkeys, spare codes, the password, where one is signed in."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        request, user = self.request, self.request.user
        kept = {each.type: each for each in Authenticator.objects.filter(user_id=user.pk).exclude(type="webauthn")}
        spare = kept.get(Authenticator.Type.RECOVERY_CODES)
        return super().get_context_data(**kwargs) | {
            "app": kept.get(Authenticator.Type.TOTP),
            "passkeys": Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.WEBAUTHN).order_by("pk"),
            "spare": len(spare.wrap().get_unused_codes()) if spare else 0,
            "passkeys_work": passkeys_work(request),
            "must": settings.CONNECTOR_STAFF_SECOND_FACTOR and must_have_factor(request),
            "safe": has_factor(user),
            "first_page": resolve_url(first_page(permissions_for(user))),
        }


class NewAppView(ActivateTOTPView):
    """A square to read with an app, and the first code to show that it did."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        secret = found["form"].secret
        groups = [secret[start : start + 4] for start in range(0, len(secret), 4)]
        # Only what a page may hold: the XML declaration before it is for a file.
        return found | {"square": found["totp_svg"].partition("?>")[2], "groups": groups}

    def form_valid(self, form: Any) -> HttpResponse:
        answer = super().form_valid(form)
        pass_with_newest(self.request, Authenticator.Type.TOTP)
        return answer


class NewPasskeyView(AddWebAuthnView):
    """A passkey that opens the door alone: it asks for a finger, a face or a number of its own."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        options = auth.begin_registration(self.request.user, True)  # type: ignore[arg-type]
        return found | {"js_data": {"creation_options": options}, "passkeys_work": passkeys_work(self.request)}

    def form_valid(self, form: Any) -> HttpResponse:
        answer = super().form_valid(form)
        pass_with_newest(self.request, Authenticator.Type.WEBAUTHN)
        return answer


class RemovePasskeyView(RemoveWebAuthnView):
    success_url = reverse_lazy("mfa_index")


class PasskeySignInView(LoginWebAuthnView):
    """Signing in with a passkey, and on to where somebody was going."""

    def form_valid(self, form: Any) -> HttpResponse:
        passkey = form.cleaned_data["credential"]
        login = Login(user=passkey.user, redirect_url=get_next_redirect_url(self.request))
        return flows.perform_passwordless_login(self.request, passkey, login)


class PasskeyAgainView(ReauthenticateWebAuthnView):
    """allauth would send somebody whose passkey did not fit away; here they may try again."""

    def form_invalid(self, form: Any) -> HttpResponse:
        for told in form.errors.get("credential", []):
            messages.error(self.request, told)
        return redirect(self.request.get_full_path())
