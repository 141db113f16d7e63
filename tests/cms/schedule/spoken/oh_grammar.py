"""The part of OpenStreetMap's opening_hours grammar that we write, checked by a parser that others keep."""

import opening_hours


def is_opening_hours(text: str) -> bool:
    """Whether the whole text is in the grammar."""
    try:
        opening_hours.OpeningHours(text)
    except opening_hours.ParserError:
        return False
    return True
