"""Pictures of places, doors and things that are made: what they show is said in words, and nothing else is in them.

Invariant: no original is stored with what its camera wrote into it, whoever saves it, and no file is named by a person.
"""

import uuid
from typing import Any

from django.core.files.base import ContentFile
from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from cms.stripping import stripped


class Picture(AbstractImage):
    """`description` is what it shows, in words, for whoever does not see it; nothing is published without it."""

    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = "picture"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises `cms.stripping.PictureProblem` for a new file that is no picture."""
        if self.file and not self.file._committed:  # type: ignore[attr-defined]
            self._strip()
        super().save(*args, **kwargs)

    @property
    def default_alt_text(self) -> str:
        """Never its title, which is often the name of a file."""
        return str(self.description)

    def _strip(self) -> None:
        bare = stripped(self.file.open("rb"))  # type: ignore[has-type]
        self.file = ContentFile(bare.content, name=f"{uuid.uuid4().hex}{bare.suffix}")
        self._set_image_file_metadata()


class PictureRendition(AbstractRendition):
    """A picture in one size, as pages show it."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_of_a_size_and_focus"
            )
        ]

    def __str__(self) -> str:
        return f"{self.image_id} as {self.filter_spec}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Wagtail draws it into a temporary file and leaves that open; once it is stored it is closed."""
        drawn = self.file.file if self.file and not self.file._committed else None  # type: ignore[attr-defined]
        super().save(*args, **kwargs)
        if drawn is not None:
            drawn.close()
            del self.file.file
