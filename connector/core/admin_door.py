"""The way into the catalogue's admin: the product's own sign-in, never Wagtail's, which knows no second factor.

Invariant: somebody who is signed in already and has no business there is told so; asking them to sign in again would
send them round in a circle.
"""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme


def admin_login(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, and from there back to where they were going."""
    if request.user.is_authenticated:
        raise PermissionDenied
    wanted = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return redirect_to_login(wanted if safe else "/admin/", login_url=resolve_url(settings.LOGIN_URL))


def admin_password(request: HttpRequest, rest: str = "") -> HttpResponse:
    """To the product's own page for a forgotten password, whatever step of Wagtail's was asked for."""
    return redirect("account_reset_password")
