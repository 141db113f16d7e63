"""Whose tiles a map may fetch. Invariant: one host over https, or our own, is all that enters the content policy."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured


def tile_source(template: str, attribution: str) -> str:
    """What the content policy must let through for these tiles: a host, or nothing where they are our own or there are
    none. Raises ImproperlyConfigured with what to put right."""
    if not template:
        return ""
    if not all(part in template for part in ("{z}", "{x}", "{y}")):
        raise ImproperlyConfigured(
            "CONNECTOR_MAP_TILES needs {z}, {x} and {y}, as https://tiles.example/{z}/{x}/{y}.png has them."
        )
    if not attribution:
        raise ImproperlyConfigured("Set CONNECTOR_MAP_ATTRIBUTION: the words that whoever makes the tiles asks for.")
    if template.startswith("/") and not template.startswith("//"):
        return ""
    address = urlsplit(template.replace("{s}.", "*."))
    if address.scheme != "https" or not re.fullmatch(r"(\*\.)?[\w.-]+(:\d+)?", address.netloc):
        raise ImproperlyConfigured("CONNECTOR_MAP_TILES must begin with https:// and a host, or with / for our own.")
    return f"https://{address.netloc}"
