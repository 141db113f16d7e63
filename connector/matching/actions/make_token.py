"""A worker asks for a token."""

from datetime import datetime

from connector.accounts.models import User
from connector.core.tokens import digest_of
from connector.matching.models import MatchToken
from connector.matching.tokens import LASTS, new_match_token


def make_token(*, by: User, now: datetime) -> str:
    """The token, which is told here and never again. An older one of theirs opens nothing from now on."""
    token = new_match_token()
    kept = {"token_hash": digest_of(token), "made_at": now, "expires_at": now + LASTS}
    MatchToken.objects.update_or_create(user=by, defaults=kept)
    return token
