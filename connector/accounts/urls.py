"""The addresses of signing in. allauth has many more; those that are not here do not exist.

Invariant: names are allauth's, since it finds its pages by them.
"""

from allauth.account import views as allauth
from allauth.account.decorators import reauthentication_required
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as spare
from allauth.mfa.totp import views as app
from django.urls import path, re_path

from connector.accounts.again_views import code_again
from connector.accounts.factor_views import (
    NewAppView,
    NewPasskeyView,
    PasskeyAgainView,
    PasskeySignInView,
    RemovePasskeyView,
    SafetyView,
)
from connector.accounts.session_views import SessionsView
from connector.accounts.views import CodeView, SendCodeView, SignInView, no_sign_up

urlpatterns = [
    path("login/", SignInView.as_view(), name="account_login"),
    path("login/code/", SendCodeView.as_view(), name="account_request_login_code"),
    path("login/code/confirm/", CodeView.as_view(), name="account_confirm_login_code"),
    path("login/passkey/", PasskeySignInView.as_view(), name="mfa_login_webauthn"),
    path("login/second-step/", factors.authenticate, name="mfa_authenticate"),
    path("logout/", allauth.logout, name="account_logout"),
    path("signup/", no_sign_up, name="account_signup"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("password/", allauth.password_change, name="account_change_password"),
    path("password/first/", reauthentication_required(allauth.password_set), name="account_set_password"),
    path("again/", allauth.reauthenticate, name="account_reauthenticate"),
    path("again/code/", code_again, name="account_code_again"),
    path("again/second-step/", factors.reauthenticate, name="mfa_reauthenticate"),
    path("again/passkey/", PasskeyAgainView.as_view(), name="mfa_reauthenticate_webauthn"),
    path("safety/", SafetyView.as_view(), name="mfa_index"),
    path("safety/app/", NewAppView.as_view(), name="mfa_activate_totp"),
    path("safety/app/remove/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("safety/passkey/", NewPasskeyView.as_view(), name="mfa_add_webauthn"),
    path("safety/passkey/<int:pk>/remove/", RemovePasskeyView.as_view(), name="mfa_remove_webauthn"),
    path("safety/spare-codes/", spare.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("safety/spare-codes/new/", spare.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("safety/spare-codes/file/", spare.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("where/", SessionsView.as_view(), name="usersessions_list"),
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
