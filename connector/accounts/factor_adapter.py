"""How allauth's second steps behave here: secrets are sealed, and what stands in somebody's app names the council.

Invariant: no secret is kept as it is.
"""

from ipaddress import ip_address
from typing import Any, ClassVar

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from connector.accounts.browser_names import browser_name
from connector.accounts.sealing import seal, unseal
from connector.council.current import council


class FactorAdapter(DefaultMFAAdapter):
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "That did not fit. Look again, and use the newest code.",
        "cannot_delete_authenticator": "This one cannot be taken away.",
        "cannot_generate_recovery_codes": "Set up an app or a passkey first. Spare codes come with it.",
    }

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)

    def get_totp_issuer(self) -> str:
        found = council()
        return ", ".join(filter(None, (found.directory, found.name)))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": self.get_totp_issuer()}

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """A name to know a passkey by again, offered before somebody writes another."""
        return browser_name(context.request.headers.get("User-Agent", ""))


def passkeys_work(request: HttpRequest) -> bool:
    """Whether browsers make passkeys for the address that was asked: they want a name, never a number, and HTTPS, or
    `localhost`. Source: Web Authentication, level 2, 5.1.3 (effective domain) and 13.4.9."""
    host = request.get_host().partition(":")[0]
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return request.is_secure() or host == "localhost"
    return False
