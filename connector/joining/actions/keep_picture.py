"""A picture from a telephone, kept without what the camera wrote into it."""

from typing import Any, Final

from cms.models import Picture

TITLE: Final = "Picture of a new listing"


def keep_picture(*, file: Any, description: str, by: Any) -> Picture:
    """Draw it anew and keep it (`Picture.save`). Raises `cms.stripping.PictureProblem`."""
    picture = Picture(title=TITLE, description=description.strip(), uploaded_by_user=by)
    picture.file = file
    picture.save()
    return picture
