"""Rows whose saving search has to hear of: the row, its children and the word about them are written together.

Invariant: `post_save` of these models always runs inside the transaction of the change. Django saves a model and sends
`post_save` in separate transactions otherwise, and so does Wagtail when it publishes; a process that dies in between
would leave a change that nobody hears of.
"""

from typing import Any

from django.db import models, router, transaction


class SavedAtOnce(models.Model):
    """Saves in one transaction of its own, or as part of the one that is open. (Deleting is atomic in Django.)"""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        using = kwargs.get("using") or router.db_for_write(self.__class__, instance=self)
        # No savepoint: a failed save breaks off the open transaction, as Django's own saving does.
        with transaction.atomic(using=using, savepoint=False):
            super().save(*args, **kwargs)
