"""Sign-in: a code by e-mail, a password or a passkey, and a second step, through allauth; lock-out by axes."""

from datetime import timedelta

from connector.settings._paths import env

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
# Digits are easy to type on a telephone; with eight of them and three tries nobody guesses one.
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 8}
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_ADAPTER = "connector.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "connector.accounts.forms.PasswordForm",
    "request_login_code": "connector.accounts.forms.SendCodeForm",
    "confirm_login_code": "connector.accounts.forms.CodeForm",
    "reset_password": "connector.accounts.forms.ForgottenForm",
    "reset_password_from_key": "connector.accounts.forms.NewPasswordForm",
    "set_password": "connector.accounts.forms.FirstPasswordForm",
    "change_password": "connector.accounts.forms.OtherPasswordForm",
    "reauthenticate": "connector.accounts.forms.PasswordAgainForm",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Whoever's account changes is told by e-mail, without where from: that is nobody's business on the way.
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
# Wrong passwords for one address are counted by axes, in the database, for all processes together; what is left here
# is a limit for one place that tries many addresses.
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip"}
# How many proxies of ours stand in front, each of which adds to X-Forwarded-For.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("CONNECTOR_PROXIES", default=0)
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

# Whoever may look after listings or see what people told us must have a second step. A council has it on
# (`connector.settings.production`); a laptop may.
CONNECTOR_STAFF_SECOND_FACTOR = env.bool("CONNECTOR_STAFF_SECOND_FACTOR", default=False)
MFA_ADAPTER = "connector.accounts.factor_adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "authenticate": "connector.accounts.factor_forms.SecondStepForm",
    "reauthenticate": "connector.accounts.factor_forms.SecondStepAgainForm",
    "activate_totp": "connector.accounts.factor_forms.NewAppForm",
    "add_webauthn": "connector.accounts.factor_forms.NewPasskeyForm",
    "authenticate_webauthn": "connector.accounts.factor_forms.PasskeyForm",
    "reauthenticate_webauthn": "connector.accounts.factor_forms.PasskeyAgainForm",
    "login_webauthn": "connector.accounts.factor_forms.PasskeySignInForm",
}
# Half a minute early or late: a telephone's clock is seldom right, and people need time to type.
MFA_TOTP_TOLERANCE = 1
# Addresses are given by administrators, and a code sent to one has proved it.
MFA_ALLOW_UNVERIFIED_EMAIL = True

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
# allauth hands over {"email": …, "password": …}; the field of its form is called "login", and axes never reads that.
AXES_USERNAME_FORM_FIELD = "email"
AXES_USERNAME_CALLABLE = "connector.accounts.lockout.address_tried"
AXES_CLIENT_IP_CALLABLE = "connector.accounts.lockout.client_ip"
AXES_HANDLER = "connector.accounts.lockout.Handler"
AXES_LOCKOUT_CALLABLE = "connector.accounts.lockout.locked_out"
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_DISABLE_ACCESS_LOG = True
AXES_SENSITIVE_PARAMETERS = ["username", "email", "ip_address", "user_agent"]
AXES_VERBOSE = False

AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
