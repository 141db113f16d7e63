"""Signing in: one page, one address. With a password it opens the door, without one a code is sent. What happens then
is allauth's."""

from typing import Any

from allauth.account.views import ConfirmLoginCodeView, LoginView, RequestLoginCodeView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from connector.accounts.factor_adapter import passkeys_work
from connector.accounts.forms import PasswordForm, SendCodeForm
from connector.accounts.lockout import CODE, count_wrong, is_shut


class SignInView(LoginView):
    """The page, and where it is sent to."""

    template_name = "account/login.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.POST.get("password"):
            return super().post(request, *args, **kwargs)
        typed = request.POST.copy()
        typed["email"] = typed.get("login", "")
        request.POST = typed  # type: ignore[assignment]
        return SendCodeView.as_view()(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        return found | {
            "password_form": found["form"],
            "code_form": SendCodeForm(),
            "passkeys_work": passkeys_work(self.request),
        }


class SendCodeView(RequestLoginCodeView):
    """An address without a password: a code goes to it."""

    template_name = "account/login.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        return found | {
            "password_form": PasswordForm(request=self.request),
            "code_form": found["form"],
            "passkeys_work": passkeys_work(self.request),
        }


class CodeView(ConfirmLoginCodeView):
    """Where the code is typed. Tries are counted for an address that nobody has as for any other."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self._action == "verify" and is_shut(request, self._process.state["email"], CODE):
            return HttpResponse()  # the page that says when to try again takes its place
        return super().post(request, *args, **kwargs)

    def form_invalid(self, form: Any) -> HttpResponse:
        count_wrong(self.request, self._process.state["email"], CODE)
        return super().form_invalid(form)


def no_sign_up(request: HttpRequest) -> HttpResponse:
    """Nobody opens an account by themselves. The page says who gives them."""
    return render(request, "account/no_sign_up.html", {"heading": "We give out accounts ourselves"})
