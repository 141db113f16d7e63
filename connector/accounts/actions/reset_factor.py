"""Taking somebody's second step off, for who lost the phone and has no spare code.

Invariant: all of it goes (apps, passkeys, spare codes), with every session that it opened; Wagtail's log keeps who did
it, and the person is told by e-mail, so that nobody is robbed of it in silence.
"""

from allauth.mfa.models import Authenticator
from django.db import transaction
from wagtail.log_actions import log

from connector.accounts.letters import tell
from connector.accounts.models import User
from connector.accounts.sessions import end_sessions

FACTOR_RESET = "accounts.factor_reset"


@transaction.atomic
def reset_factor(*, user: User, by: User) -> int:
    """How many things were taken off. Nothing is sent or written down where there was none."""
    removed, _ = Authenticator.objects.filter(user=user).delete()
    if removed:
        end_sessions(user)
        log(instance=user, action=FACTOR_RESET, user=by)
        tell(user, "account/email/factor_reset", by=str(by))
    return removed
