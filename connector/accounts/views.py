"""Signing in: one page with both ways, a code first, since it needs no password. What happens is allauth's."""

from typing import Any

from allauth.account.views import LoginView, RequestLoginCodeView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from connector.accounts.forms import PasswordForm, SendCodeForm


class SignInView(LoginView):
    """The page, and where an address with a password is sent to."""

    template_name = "account/login.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        return found | {"password_form": found["form"], "code_form": SendCodeForm()}


class SendCodeView(RequestLoginCodeView):
    """Where an address is sent to, for a code."""

    template_name = "account/login.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        return found | {"password_form": PasswordForm(request=self.request), "code_form": found["form"]}


def no_sign_up(request: HttpRequest) -> HttpResponse:
    """Nobody opens an account by themselves. The page says who gives them."""
    return render(request, "account/no_sign_up.html", {"heading": "We give out accounts ourselves"})
