"""The form of a picture in the admin: no picture without words for whoever does not see it.

Invariant: `WAGTAILIMAGES_IMAGE_FORM_BASE` names it, so that every way of adding a picture goes through it.
"""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.forms import BaseImageForm

from cms.stripping import PictureProblem, stripped

WHAT_IT_SHOWS = "What it shows, in a sentence, for people who do not see it: a blue door up two steps, with a rail."


class PictureForm(BaseImageForm):
    """A picture, its description and where it is kept."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if (described := self.fields.get("description")) is not None:
            described.required = True
            described.help_text = WHAT_IT_SHOWS

    def clean_file(self) -> Any:
        """A file that can be drawn anew, or what to do about it."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data and file:
            try:
                stripped(file)
            except PictureProblem as problem:
                raise ValidationError(str(problem), code="picture") from problem
            file.seek(0)
        return file
