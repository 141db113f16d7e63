"""The lines of an envelope, as the carrier of letters takes them.

Invariant: pure. Three to seven lines, the last a postcode of the United Kingdom; what is no such thing is no address.
Source: GOV.UK Notify's REST API documentation, send a letter.
"""

from typing import Final

from cms.geo.postcode import Postcode, parse_postcode

MOST: Final = 7
LEAST: Final = 3


def envelope(name: str, address: str, fallback: str = "The organiser") -> tuple[str, ...]:
    """`name`: whom it is for; `address`: its lines without the name. Empty where nothing can be sent there."""
    lines = [" ".join(line.split()) for line in address.splitlines() if line.strip()]
    code = parse_postcode(lines[-1]) if lines else None
    if not isinstance(code, Postcode) or code.kind != "unit":
        return ()
    found = (name.strip() or fallback, *lines[:-1], str(code))
    return found if LEAST <= len(found) <= MOST else ()
