"""The forms of second steps and passkeys, in our words. What they do is allauth's; that tries are counted is ours.

Invariant: wherever a code or a passkey is tried, it is first asked whether the door is shut, and a wrong one counts
towards shutting it.
"""

from typing import Any, Final

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac

from connector.accounts.forms import DIGITS, ask
from connector.accounts.lockout import SECOND_STEP, SOME_PASSKEY, count_wrong, is_shut

NAME_LENGTH: Final = 60
APP_PERIOD_SECONDS: Final = 30
CODE_MISSING: Final = {"required": "Type the code."}


class _CountedCode(BaseAuthenticateForm):
    """A code from the app, or a spare one. allauth tells of a wrong one with a signal, which `second_step` counts."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hint = "Six digits from your app, or one of your spare codes."
        ask(self, "code", "The code", hint, CODE_MISSING)
        self.fields["code"].widget.attrs |= DIGITS

    def clean_code(self) -> str:
        if is_shut(context.request, self.user.email, SECOND_STEP):
            raise get_adapter().validation_error("incorrect_code")
        code = str(super().clean_code())
        if self.authenticator.type == Authenticator.Type.TOTP and not _first_use(self.user.pk, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SecondStepForm(_CountedCode, AuthenticateForm):
    """The second step of signing in."""


class SecondStepAgainForm(_CountedCode, ReauthenticateForm):
    """The second step of who is signed in, once more."""


class NewAppForm(ActivateTOTPForm):
    """The first code of an app that has just read the square."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask(self, "code", "The code that your app shows now", "Six digits.", CODE_MISSING)
        self.fields["code"].widget.attrs |= DIGITS

    def clean_code(self) -> str:
        """The code of setting up is used up too."""
        code = str(super().clean_code())
        _first_use(self.user.pk, code)
        return code


class NewPasskeyForm(AddWebAuthnForm):
    """A passkey that the browser has just made. Every one of ours opens the door by itself."""

    passwordless = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask(self, "name", "What shall we call it?", "So that you know which one it is when you have several.")
        self.fields["name"].widget.attrs |= {"maxlength": NAME_LENGTH, "autocomplete": "off"}

    def clean_name(self) -> str:
        return str(super().clean_name())[:NAME_LENGTH]


class _CountedPasskey(AuthenticateWebAuthnForm):
    def clean_credential(self) -> Authenticator:
        tried = self.user.email if self.user is not None else SOME_PASSKEY
        if is_shut(context.request, tried, SECOND_STEP):
            raise get_adapter().validation_error("incorrect_code")
        try:
            return super().clean_credential()
        except (ValidationError, AttributeError, KeyError, TypeError, ValueError) as wrong:
            # The latter four: something that no browser makes, and that allauth does not look through.
            count_wrong(context.request, tried, SECOND_STEP)
            raise ValidationError("That passkey did not fit. Try again, or come in another way.") from wrong


class PasskeyForm(_CountedPasskey):
    """A passkey as the second step."""


class PasskeyAgainForm(_CountedPasskey, ReauthenticateWebAuthnForm):
    """A passkey of who is signed in, once more."""


class PasskeySignInForm(_CountedPasskey, LoginWebAuthnForm):
    """A passkey, and nothing else."""


def _first_use(user_id: int, code: str) -> bool:
    """Whether a code of an app is tried for the first time. allauth forgets it after its own half minute, but it fits
    for half a minute before and after too (RFC 6238, 5.2: the second attempt of the same code must be refused)."""
    fits = (2 * settings.MFA_TOTP_TOLERANCE + 1) * APP_PERIOD_SECONDS
    digits = "".join(filter(str.isdigit, code))
    key = salted_hmac("connector.accounts.used", f"{user_id} {digits}", algorithm="sha256").hexdigest()
    return cache.add(f"used-{key}", True, timeout=fits)
