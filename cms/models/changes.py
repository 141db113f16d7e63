"""What groups changed, for connectors to look at and for the group to know where it is.

Invariant: a row is made when a change is sent, whichever road it took, and is never deleted before its listing; what
people see is in the listing alone.
"""

from django.conf import settings
from django.db import models

from cms.models.assets import Asset


class GroupChange(models.Model):
    """One change that was sent. `told`: lines of what it is of, how it was and how it is. `kept`: the JSON of the
    names that differ, `before` and `after`. `why`: sentences that say why it waits."""

    class State(models.TextChoices):
        LIVE = "live", "live, not looked at yet"
        WAITING = "waiting", "waits for a look"
        RETURNED = "returned", "sent back"
        FINE = "fine", "live, looked at"
        APPROVED = "approved", "approved"
        PUT_BACK = "put_back", "put back"
        ENDED = "ended", "a newer version took its place"

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="changes")
    workflow_state = models.ForeignKey(
        "wagtailcore.WorkflowState", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    sender = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    sent_at = models.DateTimeField("sent")
    state = models.CharField(max_length=10, choices=State.choices)
    told = models.JSONField("what differs", default=list, blank=True)
    kept = models.JSONField("versions", default=dict, blank=True)
    why = models.JSONField("why it waits", default=list, blank=True)
    looker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    looked_at = models.DateTimeField("answered", null=True, blank=True)
    reason = models.TextField("what was answered", blank=True)

    class Meta:
        ordering = ["sent_at", "pk"]
        verbose_name = "change of a group"
        verbose_name_plural = "changes of groups"
        indexes = [
            models.Index(fields=["state", "sent_at"], name="change_state_sent"),
            models.Index(fields=["sender", "sent_at"], name="change_sender_sent"),
        ]

    def __str__(self) -> str:
        return f"a change of {self.asset_id}"


OPEN = (GroupChange.State.WAITING, GroupChange.State.LIVE)
"""The states in which somebody has to look."""


class ChangeNote(models.Model):
    """A question to the group about its change, or its answer."""

    change = models.ForeignKey(GroupChange, on_delete=models.CASCADE, related_name="notes")
    words = models.TextField()
    from_group = models.BooleanField(default=False)
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["written_at", "pk"]

    def __str__(self) -> str:
        return f"a note on {self.change_id}"
