"""What libraries keep of people in tables of their own: what it is, what for, and how long.

Invariant: exhaustive. A library's table that names one of our accounts, or holds an address of any kind, and is not in
this list fails `tests/architecture/test_privacy.py`.
"""

from collections.abc import Mapping
from typing import Final

_WHO_DID_IT: Final = "Which colleague did it. Kept as long as what it was done to."

KEPT: Final[Mapping[str, str]] = {
    "account.EmailAddress": "The address of an account once more, to send codes to. Goes with the address.",
    "axes.AccessAttempt": "An address that was tried in vain, the network address it was tried from, when and how "
    "often. Shuts the door for a quarter of an hour. Deleted at the next wrong try after that, or on coming in.",
    "axes.AccessFailureLog": "Empty: switched off.",
    "axes.AccessLog": "Empty: switched off.",
    "mfa.Authenticator": "That somebody has an app (its secret sealed), a passkey (its public key and the name they "
    "gave it) or spare codes (sealed), and when each was last used. Goes when it is taken off.",
    "sessions.Session": "Who is signed in, and what they keep for the visit. Ends after twelve hours.",
    "usersessions.UserSession": "The name of a browser, the network it came from and since when, so that people can "
    "see where they are signed in. Never the whole address. Goes when the session has ended.",
    "wagtailadmin.EditingSession": "Who has a form open just now, so that two do not overwrite each other.",
    "wagtailadmin.FormState": "How somebody left a form. Goes with their account.",
    "wagtailcore.APIToken": "Empty: nobody is given one.",
    "wagtailcore.Comment": _WHO_DID_IT,
    "wagtailcore.CommentReply": _WHO_DID_IT,
    "wagtailcore.ModelLogEntry": _WHO_DID_IT,
    "wagtailcore.Page": _WHO_DID_IT,
    "wagtailcore.PageLogEntry": _WHO_DID_IT,
    "wagtailcore.PageSubscription": "Who wants to be told of changes to a page. Goes with their account.",
    "wagtailcore.Revision": _WHO_DID_IT,
    "wagtailcore.TaskState": _WHO_DID_IT,
    "wagtailcore.UploadedFile": _WHO_DID_IT,
    "wagtailcore.WorkflowState": _WHO_DID_IT,
    "wagtaildocs.Document": _WHO_DID_IT,
    "wagtailimages.Image": _WHO_DID_IT,
    "wagtailusers.UserProfile": "What a colleague prefers in the admin. Goes with their account.",
}
