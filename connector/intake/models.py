"""What intake remembers: which records somebody deleted here, what columns mean, and imports under way.

Invariant: no personal data but who started an import; a file's own words lie in its folder until the import is done.
"""

import uuid
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from cms.imports.mapping.chosen import MappingProblem, read_lines
from cms.models import Contact


class DeletedRecord(models.Model):
    """A record of a source whose asset was deleted in this catalogue."""

    source = models.CharField("name of its source", max_length=250)
    source_ref = models.CharField("id there", max_length=250, db_index=True)
    deleted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "source_ref"], name="one_memory_a_deleted_record")]

    def __str__(self) -> str:
        return f"{self.source_ref} of {self.source}"


class ImportMapping(models.Model):
    """What the columns of a source's files mean, so that the next file of it needs no hand."""

    name = models.CharField(max_length=120, unique=True)
    source = models.CharField(
        "name of the source", max_length=250, help_text="Whose list it is. Listings from it carry this name."
    )
    licence = models.CharField(max_length=250, blank=True, help_text="Open Government Licence v3.0")
    columns = models.TextField(
        blank=True,
        help_text="A line a column: the table (if there are several), a stroke, the heading, an equals sign and the "
        "field, as in: services / Activity Name = name. What has no line here is guessed.",
    )
    contacts_for = models.CharField(
        "contacts are for", max_length=10, choices=Contact.Visibility.choices, default=Contact.Visibility.PUBLIC
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Raises ValidationError for a line that is no answer."""
        try:
            read_lines(self.columns)
        except MappingProblem as problem:
            raise ValidationError({"columns": str(problem)}) from problem


class Import(models.Model):
    """One import through the admin: files given, understood, compared, and put in. Its folder holds the files."""

    class State(models.TextChoices):
        READING = "reading", "reading the files"
        UNDERSTOOD = "understood", "waiting for you to check the columns"
        COMPARING = "comparing", "comparing with the catalogue"
        COMPARED = "compared", "waiting for you to look at the differences"
        WRITING = "writing", "putting the listings in"
        DONE = "done", "done"
        FAILED = "failed", "stopped"
        DROPPED = "dropped", "given up"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.READING, db_index=True)
    mapping_name = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=250)
    licence = models.CharField(max_length=250, blank=True)
    columns = models.TextField(blank=True)
    contacts_for = models.CharField(max_length=10, default=Contact.Visibility.PUBLIC)
    publish = models.BooleanField(default=False)
    whole_list = models.BooleanField(default=False)
    files = models.JSONField(default=list, blank=True)
    understood = models.JSONField(default=dict, blank=True)
    compared = models.JSONField(default=dict, blank=True)
    result = models.JSONField(default=dict, blank=True)
    problem = models.CharField(max_length=500, blank=True)
    rows_done = models.PositiveIntegerField(default=0)
    rows_total = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(auto_now_add=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    heard_at = models.DateTimeField(auto_now=True)
    worker = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.source}, {self.get_state_display()}"

    @property
    def folder(self) -> Path:
        """Where its files lie: below `CONNECTOR_DATA`, served to nobody."""
        return Path(settings.CONNECTOR_DATA) / "imports" / str(self.uuid)

    @property
    def paths(self) -> list[tuple[Path, str]]:
        """The uploaded files and what people call them."""
        return [(self.folder / "files" / each["kept"], each["name"]) for each in self.files]

    @property
    def shown(self) -> Any:
        """The counts to show: of the result if there is one, else of the comparison."""
        return self.result or self.compared
