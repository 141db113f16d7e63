"""Who asks the API: a worker, by the token that they made for it.

Invariant: the token alone counts, never a session; it opens nothing once it has ended, was taken back, or its worker
may not match any more. It is never logged.
"""

from typing import Any

from django.utils import timezone
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.throttling import UserRateThrottle

from connector.accounts.viewer import allowed_to
from connector.core.permissions import Permission
from connector.core.throttle import VisitorThrottle
from connector.core.tokens import digest_of
from connector.matching.models import MatchToken

SCHEME = "Bearer"
REFUSED = "This token opens nothing: it has ended, was taken back, or was never one. Make one on your account's page."


class WorkerToken(BaseAuthentication):
    """`Authorization: Bearer match_…`."""

    def authenticate(self, request: Request) -> tuple[Any, MatchToken] | None:
        scheme, _, token = get_authorization_header(request).decode("latin-1").partition(" ")
        if scheme.lower() != SCHEME.lower():
            return None
        kept = MatchToken.objects.select_related("user").filter(token_hash=digest_of(token.strip())).first()
        if kept is None or kept.expires_at <= timezone.now() or not allowed_to(kept.user, Permission.MATCH):
            raise AuthenticationFailed(REFUSED)
        return kept.user, kept

    def authenticate_header(self, request: Request) -> str:
        return SCHEME


class HasToken(BasePermission):
    def has_permission(self, request: Request, view: Any) -> bool:
        return isinstance(request.auth, MatchToken)


class TokenThrottle(UserRateThrottle):
    """So many notes a minute for each worker, counted in each process."""

    scope = "match"
    cache = VisitorThrottle.cache


class InTheSchema(OpenApiAuthenticationExtension):
    target_class = WorkerToken
    name = "workerToken"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "description": "A worker's token, made on their account's page."}
