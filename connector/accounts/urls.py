"""The addresses of signing in. allauth has many more; those that are not here do not exist.

Invariant: names are allauth's, since it finds its pages by them.
"""

from allauth.account import views as allauth
from django.urls import path, re_path

from connector.accounts.views import SendCodeView, SignInView, no_sign_up

urlpatterns = [
    path("login/", SignInView.as_view(), name="account_login"),
    path("login/code/", SendCodeView.as_view(), name="account_request_login_code"),
    path("login/code/confirm/", allauth.confirm_login_code, name="account_confirm_login_code"),
    path("logout/", allauth.logout, name="account_logout"),
    path("signup/", no_sign_up, name="account_signup"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("password/", allauth.password_change, name="account_change_password"),
    path("password/first/", allauth.password_set, name="account_set_password"),
    path("password/reset/", allauth.password_reset, name="account_reset_password"),
    path("password/reset/done/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        allauth.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
