"""The forms of signing in, in our words. What they do is allauth's.

Invariant: every question has a label that stays; no placeholder stands in for one.
"""

from typing import Any

from allauth.account.forms import (
    ChangePasswordForm,
    ConfirmLoginCodeForm,
    LoginForm,
    ReauthenticateForm,
    RequestLoginCodeForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
)
from django import forms

ADDRESS = "Your e-mail address"
ADDRESS_WRONG = {
    "required": "Write your e-mail address.",
    "invalid": "That is not a whole e-mail address. It looks like this: maureen@example.org",
}
HOW_TO_CHOOSE = "Twelve letters or more. Three words that do not belong together make a good one."
DIGITS = {"inputmode": "numeric", "autocomplete": "one-time-code"}
LEAVE_EMPTY = "None? Leave it empty, and we send a code to your e-mail."


class PasswordForm(LoginForm):
    """An address and a password. Without a password it is for `SendCodeForm` to look at."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "password_%s", **kwargs})
        ask(self, "login", ADDRESS, errors=ADDRESS_WRONG)
        ask(self, "password", "Your password", LEAVE_EMPTY)
        self.fields["password"].required = False


class SendCodeForm(RequestLoginCodeForm):
    """An address that a code is sent to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "code_%s", **kwargs})
        ask(self, "email", ADDRESS, errors=ADDRESS_WRONG)


class CodeForm(ConfirmLoginCodeForm):
    """The code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask(self, "code", "The code", "Eight digits.", {"required": "Type the eight digits from the message."})
        self.fields["code"].widget.attrs |= DIGITS


class PasswordAgainForm(ReauthenticateForm):
    """The password of who is signed in, once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask(self, "password", "Your password", errors={"required": "Write your password."})


class ForgottenForm(ResetPasswordForm):
    """The address of who forgot a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask(self, "email", ADDRESS, errors=ADDRESS_WRONG)


class NewPasswordForm(ResetPasswordKeyForm):
    """A new password, twice, for who came by a link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_new(self)


class FirstPasswordForm(SetPasswordForm):
    """A first password, twice, for who came by a code so far."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_new(self)


class OtherPasswordForm(ChangePasswordForm):
    """The password now, and another, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask(self, "oldpassword", "Your password now")
        _ask_for_new(self)


def _ask_for_new(form: forms.Form) -> None:
    ask(form, "password1", "A new password", HOW_TO_CHOOSE)
    ask(form, "password2", "The new password once more")


def ask(form: forms.Form, name: str, label: str, hint: str = "", errors: dict[str, str] | None = None) -> None:
    """Give a question of allauth's our words. Raises KeyError for a question that the form does not have."""
    field = form.fields[name]
    field.label, field.help_text = label, hint
    field.error_messages |= errors or {}
    field.widget.attrs.pop("placeholder", None)
