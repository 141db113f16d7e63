"""How a contact likes to be asked, and when: at once, and in the drafts that would put it back."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Revision

from cms.actions.locking import refuse_locked
from cms.models import Asset, Contact

_WHO = ("name", "phone", "email")


@transaction.atomic
def set_way(
    *, contact: Contact, prefers: str, best_time: str, words: str, post_to: str | None, by: AbstractBaseUser | None
) -> bool:
    """Whether anything changed. `prefers`, `best_time`: codes of the contact's, or nothing; `words`: the best time as
    they say it; `post_to`: lines of an envelope, None where they stay as they are.

    It is no change of what people read, so nobody looks at it first; the line in the history says nothing of it but
    that. Raises Locked.
    """
    asset = Asset.objects.select_for_update().get(pk=contact.asset_id)
    refuse_locked(asset, by)
    row = Contact.objects.get(pk=contact.pk)
    said = {"prefers": prefers, "best_time": best_time, "best_time_words": " ".join(words.split())[:120]}
    if post_to is not None:
        said["post_to"] = post_to.strip()[:300]
    if all(getattr(row, name) == value for name, value in said.items()):
        return False
    Contact.objects.filter(pk=row.pk).update(**said)
    versions = [pk for pk in {asset.latest_revision_id, asset.live_revision_id} if pk is not None]
    for revision in Revision.objects.filter(pk__in=versions):
        _put(revision, row, said)
    log(instance=asset, action="wagtail.edit", user=by, data={"way": "how a contact is asked"})
    return True


def _put(revision: Revision, contact: Contact, said: dict[str, str]) -> None:
    """Into a version that is kept: the same contact, by its number, else by what it says of itself."""
    rows: list[dict[str, Any]] = revision.content.get("contacts", [])
    same = [each for each in rows if each.get("pk") == contact.pk] or [
        each for each in rows if all(each.get(name, "") == getattr(contact, name) for name in _WHO)
    ]
    for each in same:
        each.update(said)
    if same:
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)
