"""A worker takes their token back."""

from connector.accounts.models import User
from connector.matching.models import MatchToken


def revoke_token(*, by: User) -> None:
    """It opens nothing any more. Without one, nothing changes."""
    MatchToken.objects.filter(user=by).delete()
