"""Rows with drafts, and rows that the world knows by a name which never changes.

Invariant: publishing a draft never changes a uuid, and never empties a field that is younger than the draft: what the
draft does not speak of stays as it is.
"""

import uuid
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.db import models
from modelcluster.models import get_serializable_data_for_fields


class Drafted(models.Model):
    """Stands before Wagtail's mixins and `ClusterableModel` among a model's bases."""

    class Meta:
        abstract = True

    def with_content_json(self, content: Mapping[str, Any]) -> Self:
        """A revision as a row. A field that the revision does not have (it was added since) is taken from the row."""
        revised: Self = super().with_content_json(get_serializable_data_for_fields(self) | dict(content))  # type: ignore[misc]
        return revised


class Named(Drafted):
    """`uuid` is its name for the world, its page and its exports, and never changes."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    PAGES: ClassVar[str]

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        """The address of its public page."""
        return f"/{self.PAGES}/{self.uuid}/"

    def with_content_json(self, content: Mapping[str, Any]) -> Self:
        return super().with_content_json({**content, "uuid": str(self.uuid)})
