"""A picture as a page shows it: two sizes to choose from, both WebP, its measures, and what it shows in words.

Invariant: a page gets renditions and never the original; a picture without words, or whose file is gone, is not shown.
"""

from typing import Final

from wagtail.images.models import AbstractImage, SourceImageIOError

from cms.cards import PictureLine

SMALL: Final = "max-640x640|format-webp"
LARGE: Final = "max-1280x1280|format-webp"


def pictured(picture: AbstractImage | None) -> PictureLine | None:
    """The picture for a page; its renditions are made the first time that somebody looks."""
    if picture is None or not picture.description.strip() or not picture.file.storage.exists(picture.file.name):
        return None
    try:
        small, large = picture.get_rendition(SMALL), picture.get_rendition(LARGE)
    except (SourceImageIOError, OSError):
        return None
    return PictureLine(
        url=small.url,
        larger=f"{small.url} {small.width}w, {large.url} {large.width}w" if large.width > small.width else "",
        width=small.width,
        height=small.height,
        words=picture.description.strip(),
    )
