"""What intake remembers: which records somebody deleted here, so that no import brings them back.

Invariant: no personal data; ids of records in registers and files only.
"""

from django.db import models


class DeletedRecord(models.Model):
    """A record of a source whose asset was deleted in this catalogue."""

    source = models.CharField("name of its source", max_length=250)
    source_ref = models.CharField("id there", max_length=250, db_index=True)
    deleted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "source_ref"], name="one_memory_a_deleted_record")]

    def __str__(self) -> str:
        return f"{self.source_ref} of {self.source}"
