"""A picture without what cameras and programs write beside it: place, time, whose camera, small copies of the whole.

Invariant: what comes out holds pixels and colours, nothing else: it is drawn anew from the pixels, so that nothing
hidden in the file, or after its end, can come along. It stands as it was meant to be seen.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import IO, Final

from PIL import Image, ImageOps, UnidentifiedImageError

# Pillow's format -> how our files of it end.
FORMATS: Final = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
QUALITY: Final = 88
MOST_PIXELS: Final = 60_000_000
"""More than any telephone takes. A few bytes can claim to be a picture that fills the memory."""


class PictureProblem(ValueError):
    """The file is no picture that we can keep. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A stripped picture: its bytes, and how its name should end."""

    content: bytes
    suffix: str


def stripped(file: IO[bytes]) -> Bare:
    """The picture in this file, drawn anew. Raises PictureProblem."""
    try:
        file.seek(0)
        with Image.open(file, formats=list(FORMATS)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise PictureProblem("This picture is too large. Make it smaller and try again.")
            return _drawn_anew(picture, str(picture.format))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as problem:
        if isinstance(problem, PictureProblem):
            raise
        raise PictureProblem(
            "This file cannot be read as a picture. Save it as JPEG, PNG or WebP and try again."
        ) from problem


def _drawn_anew(picture: Image.Image, kind: str) -> Bare:
    colours = picture.info.get("icc_profile")
    upright = ImageOps.exif_transpose(picture)
    if upright.mode == "P":
        upright = upright.convert("RGBA" if "transparency" in upright.info else "RGB")
    clean = Image.new(upright.mode, upright.size)
    clean.paste(upright)
    kept = {"icc_profile": colours} if colours else {}
    how = {"JPEG": {"quality": QUALITY, "progressive": True}, "WEBP": {"quality": QUALITY}}.get(
        kind, {"optimize": True}
    )
    written = BytesIO()
    clean.save(written, format=kind, **how, **kept)
    return Bare(written.getvalue(), FORMATS[kind])
