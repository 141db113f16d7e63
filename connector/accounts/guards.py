"""Which permission a page asks for, said on the page's own function.

Invariant: a page without a guard is public; the table of routes in the tests reads `needed` from every view.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern

from connector.accounts.viewer import allowed_to
from connector.core.permissions import Permission

View = Callable[..., HttpResponse]


def needs(permission: Permission) -> Callable[[View], View]:
    """Let only people with the permission in: others sign in first, or are told that it is not theirs."""

    def guarded(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not allowed_to(request.user, permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        inner.needed = permission  # type: ignore[attr-defined]
        return inner

    return guarded


def guarded(permission: Permission, patterns: Iterable[URLPattern]) -> list[URLPattern]:
    """The addresses of an app that knows no roles, each behind a permission. For `connector.urls`."""
    return [
        URLPattern(each.pattern, needs(permission)(each.callback), each.default_args, each.name) for each in patterns
    ]
