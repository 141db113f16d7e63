"""The picture of a link: a name on the council's colour, the thread from a person to a place, when and where.

Invariant: the same cover is the same picture; whatever the words, it is drawn in bounded time and none of them is cut
in the middle without three dots.
"""

from dataclasses import asdict, dataclass
from hashlib import sha256
from io import BytesIO
from json import dumps
from typing import Final

from PIL import Image, ImageDraw

from connector.core.stitches import GAP, STITCH
from connector.sharing.letters import MORE, Hand, drawable, fitted, wrapped

WIDTH, HEIGHT = 1200, 630
DEEP: Final = "#17294F"
_WELD, _CLOTH, _INK, _QUIET, _WHITE = "#F2CB3E", "#F4F3EC", "#1B2336", "#4E576B", "#FFFFFF"
_EDGE, _SEAM = 72, 400
_INNER: Final = WIDTH - 2 * _EDGE
_LARGER: Final = 3
_FORM: Final = 1
"""Another number for every other way of drawing, so that nobody is shown an old picture under a new address."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What is on it. `directory`: whose it is, at the head; `band`: its colour, #RRGGBB, or as it comes."""

    title: str
    first: str = ""
    second: str = ""
    directory: str = ""
    band: str = ""

    @property
    def version(self) -> str:
        """Another text for every other picture."""
        return sha256(dumps([_FORM, asdict(self)], sort_keys=True).encode()).hexdigest()[:16]


def drawn(cover: Cover) -> bytes:
    """The picture as PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), cover.band or DEEP)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, _SEAM, WIDTH, HEIGHT), fill=_CLOTH)
    _write(pen, (_EDGE + 132, 48), drawable(cover.directory, "name"), Hand("name", 30), _WHITE)
    _thread(image, (_EDGE, 68), 108)
    _title(pen, drawable(cover.title, "name") or drawable(cover.directory, "name"))
    _facts(pen, cover)
    _thread(image, (_EDGE, _SEAM), _INNER)
    held = BytesIO()
    image.save(held, "PNG", compress_level=9)
    return held.getvalue()


def _title(pen: ImageDraw.ImageDraw, title: str) -> None:
    """In the middle between head and seam."""
    hand, lines = fitted(title, "name", (92, 80, 68, 58), _INNER, 3)
    step = round(hand.size * 1.16)
    top = 104 + (_SEAM - 24 - 104 - step * len(lines)) // 2
    for place, line in enumerate(lines):
        _write(pen, (_EDGE, top + place * step), line, hand, _WHITE)


def _facts(pen: ImageDraw.ImageDraw, cover: Cover) -> None:
    top = _SEAM + 36
    first = drawable(cover.first, "name")
    hand, lines = fitted(first, "name", (44, 40), _INNER, 1)
    for line in lines if len(lines) == 1 and not lines[0].endswith(MORE) else wrapped(first, hand, _INNER, 2):
        _write(pen, (_EDGE, top), line, hand, _INK)
        top += round(hand.size * 1.3)
    second = Hand("fact", 40)
    for line in wrapped(drawable(cover.second, "fact"), second, _INNER, 1):
        _write(pen, (_EDGE, top + 4), line, second, _QUIET)


def _write(pen: ImageDraw.ImageDraw, at: tuple[int, int], text: str, hand: Hand, colour: str) -> None:
    left, top = float(at[0]), at[1]
    for font, piece in hand.runs(text):
        # Each font hangs its letters on the same line, whatever height it has itself.
        pen.text((left, top + hand.size), piece, font=font, fill=colour, anchor="ls")
        left += font.getlength(piece)


def _thread(image: Image.Image, at: tuple[int, int], length: int) -> None:
    """An open ring, whole stitches, a filled knot; drawn larger and brought down, so that its edges are smooth."""
    radius, thick, scale = 13, 6, 2
    height = 2 * radius + thick
    mask = Image.new("L", (length * _LARGER, height * _LARGER), 0)
    pen, middle = ImageDraw.Draw(mask), height / 2
    _disc(pen, (radius + thick / 2, middle), radius, 0, thick)
    _disc(pen, (length - radius - thick / 2, middle), radius, 255, 0)
    begins, ends = 2 * radius + thick, length - 2 * radius - thick
    count = max(1, round((ends - begins) / (scale * (STITCH + GAP))))
    pitch = (ends - begins) / count
    for number in range(count):
        left = begins + number * pitch + scale * GAP / 2
        box = (left, middle - thick / 2, left + pitch - scale * GAP, middle + thick / 2)
        pen.rounded_rectangle([each * _LARGER for each in box], radius=thick * _LARGER / 2, fill=255)
    small = mask.resize((length, height), Image.Resampling.LANCZOS)
    image.paste(_WELD, (at[0], at[1] - height // 2), small)


def _disc(pen: ImageDraw.ImageDraw, at: tuple[float, float], radius: float, fill: int, rim: int) -> None:
    box = [(at[0] - radius), (at[1] - radius), (at[0] + radius), (at[1] + radius)]
    pen.ellipse([each * _LARGER for each in box], fill=fill, outline=255 if rim else None, width=rim * _LARGER)
