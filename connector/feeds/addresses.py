"""The address of a calendar, from what people copy: webcal, a page to look at, a link to share.

Invariant: pure. What is not known stays as it was typed, but for webcal and a missing https.
Sources: the help pages of Google Calendar ("address in iCal format") and Outlook ("publish a calendar").
"""

import re
from base64 import urlsafe_b64decode
from binascii import Error
from urllib.parse import parse_qs, quote, urlsplit

_GOOGLE = "calendar.google.com"
_OUTLOOK = re.compile(r"^(https://outlook\.(?:live|office|office365)\.com/.+/calendar)\.html$", re.IGNORECASE)


def calendar_address(typed: str) -> str:
    """Where the calendar itself is."""
    text = typed.strip().strip("<>\"'")
    text = re.sub(r"^webcals?://", "https://", text, flags=re.IGNORECASE)
    if text and "://" not in text:
        text = f"https://{text}"
    outlook = _OUTLOOK.match(text)
    if outlook:
        return f"{outlook[1]}.ics"
    return _google(text) or text


def _google(text: str) -> str:
    """The public calendar behind a page of Google's, or a link to share one."""
    try:
        parts = urlsplit(text)
        asked = parse_qs(parts.query)
    except ValueError:
        return ""
    if parts.hostname != _GOOGLE or "/ical/" in parts.path:
        return ""
    name = next(iter(asked.get("src", [])), "") or _opened(next(iter(asked.get("cid", [])), ""))
    return f"https://{_GOOGLE}/calendar/ical/{quote(name, safe='')}/public/basic.ics" if "@" in name else ""


def _opened(packed: str) -> str:
    if "@" in packed:
        return packed
    try:
        return urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode("ascii")
    except (Error, UnicodeDecodeError, ValueError):
        return ""
