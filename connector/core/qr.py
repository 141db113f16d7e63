"""A square that a phone's camera reads (ISO/IEC 18004), drawn into the page itself: no picture from elsewhere.

Invariant: holds an address below `CONNECTOR_BASE_URL`, never one that a request brought along.
"""

from typing import Final

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

# Millimetres of one small square, which a phone reads from an arm away; and the empty rim that the standard asks for.
MODULE_MM: Final = 0.55
RIM: Final = 4


def square(path: str) -> SafeString:
    """The address of a page of ours as SVG: black on white, as large as it must be to be read from paper."""
    made = segno.make(f"{settings.CONNECTOR_BASE_URL}{path}", error="m", micro=False)
    drawn = made.svg_inline(scale=MODULE_MM, unit="mm", border=RIM, svgclass="qr", lineclass=None, light="#fff")
    return mark_safe(drawn.replace("<svg ", '<svg aria-hidden="true" focusable="false" '))  # noqa: S308  drawn by segno, digits and letters of a path
