"""Secrets of second steps, sealed before they reach the database: who reads a copy of it can make no codes.

Invariant: the seal is made of `SECRET_KEY`. An old one among `SECRET_KEY_FALLBACKS` still opens what it sealed; without
the key that sealed it nothing opens, and the person sets up the second step anew.
Source: Fernet (AES-128-CBC with HMAC-SHA256) over a key that HKDF (RFC 5869) derives.
"""

import base64
from functools import lru_cache

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

PURPOSE = b"connector.accounts.sealing"


def seal(text: str) -> str:
    """The text as it may be kept."""
    return _seals().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """What was sealed. Raises `cryptography.fernet.InvalidToken` where no key of ours sealed it."""
    return _seals().decrypt(sealed.encode()).decode()


def _seals() -> MultiFernet:
    return _made_of((settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


@lru_cache(maxsize=4)
def _made_of(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE).derive(key.encode())
    return base64.urlsafe_b64encode(derived)
