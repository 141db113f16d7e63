"""A website as people write it, as an address that opens.

Invariant: pure; only http and https come out, and never more than the catalogue's field holds.
"""

import re
from urllib.parse import urlsplit

LONGEST = 500
UNUSABLE = "the website is not an address that opens and was left out"
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9](?::\d{1,5})?\.?", re.IGNORECASE)
_SLIPS = ((re.compile(r"^(https?)[.:;,]*/+", re.I), r"\1://"), (re.compile(r"^(https?://)+(?=https?://)", re.I), ""))


def website(text: str) -> str | None:
    """The address, with http:// where no scheme is given; "" for none; None when it cannot be one."""
    text = text.strip()
    if not text:
        return ""
    for slip, right in _SLIPS:
        text = slip.sub(right, text)
    if not re.match(r"[a-z][a-z0-9+.-]*://", text, re.IGNORECASE):
        text = f"http://{text}"
    if len(text) > LONGEST or any(character.isspace() for character in text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    usable = parts.scheme.lower() in ("http", "https") and "@" not in parts.netloc and _HOST.fullmatch(parts.netloc)
    return text if usable else None
