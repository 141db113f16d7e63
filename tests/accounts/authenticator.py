"""An authenticator app, as a person has one: RFC 6238 with SHA-1, six digits, half minutes."""

import base64
import hashlib
import hmac
import re
import time

from django.test import Client

from connector.accounts.models import User

SETTING_UP = "/account/safety/app/"


def code_at(secret: str, moment: float) -> str:
    """What the app shows. `secret`: base 32, as in the link behind the square; `moment`: seconds since 1970."""
    counter = int(moment // 30).to_bytes(8, "big")
    digest = hmac.digest(base64.b32decode(secret.replace(" ", "")), counter, hashlib.sha1)
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**6:06}"


def set_up(client: Client) -> str:
    """An app for who is signed in, through the pages. Its secret. The code that it took is of half a minute ago, so
    that the one of now is still to be used."""
    page = client.get(SETTING_UP).content.decode()
    secret = re.search(r"secret=([A-Z2-7]+)", page)[1]
    answer = client.post(SETTING_UP, {"code": code_at(secret, time.time() - 30)})
    assert answer.status_code == 302, answer.content.decode()
    return secret


def sign_in(client: Client, user: User, password: str) -> None:
    """With a password, as far as that goes."""
    assert client.post("/account/login/", {"login": user.email, "password": password}).status_code == 302
