"""Proving who one is with a code by e-mail, for who has neither a password nor a second step.

Invariant: the code goes to the address of the account, fits for a quarter of an hour and three tries, and is used once.
"""

import time
from typing import Any, Final

from allauth.account.adapter import get_adapter
from allauth.account.forms import BaseConfirmCodeForm
from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import BaseReauthenticateView
from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator

from connector.accounts.forms import DIGITS, ask
from connector.accounts.lockout import CODE, count_wrong, is_shut

KEPT: Final = "code again"
TRIES: Final = 3


class CodeAgainForm(BaseConfirmCodeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask(self, "code", "The code", "Eight digits.", {"required": "Type the eight digits from the message."})
        self.fields["code"].widget.attrs |= DIGITS


@method_decorator(login_required, name="dispatch")
class CodeAgainView(BaseReauthenticateView):
    """Asks whether to send a code; once it is sent, asks for it."""

    form_class = CodeAgainForm
    template_name = "account/code_again.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"code": self._code()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"sent": bool(self._code())}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.POST.get("action") != "send" and self._code():
            if is_shut(request, request.user.email, CODE):  # type: ignore[union-attr]
                return self.render_to_response(self.get_context_data())
            return super().post(request, *args, **kwargs)
        self._send()
        return self.render_to_response(self.get_context_data(form=self.get_form_class()(code=self._code())))

    def form_valid(self, form: Any) -> HttpResponse:
        self.request.session.pop(KEPT, None)
        record_authentication(self.request, self.request.user, method="code", reauthenticated=True)  # type: ignore[arg-type]
        return super().form_valid(form)

    def form_invalid(self, form: Any) -> HttpResponse:
        count_wrong(self.request, self.request.user.email, CODE)  # type: ignore[union-attr]
        kept = self.request.session[KEPT]
        self.request.session[KEPT] = kept | {"tries": kept["tries"] + 1}
        return super().form_invalid(form)

    def _code(self) -> str:
        """The code that fits now; empty if there is none."""
        kept = self.request.session.get(KEPT)
        fits = kept and kept["tries"] < TRIES and time.time() - kept["at"] < settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT
        return str(kept["code"]) if fits else ""

    def _send(self) -> None:
        adapter, email = get_adapter(self.request), self.request.user.email  # type: ignore[union-attr]
        if not ratelimit.consume(self.request, app="allauth.account", action="request_login_code", key=email):
            return
        code = adapter.generate_login_code()
        self.request.session[KEPT] = {"code": code, "at": time.time(), "tries": 0}
        adapter.send_mail("account/email/login_code", email, {"code": code})


code_again = CodeAgainView.as_view()
