"""The map beside a list: whose tiles lie under it. With none set, nothing is asked of anybody else's computer."""

import re
from urllib.parse import urlsplit

from csp.constants import SELF
from django.core.exceptions import ImproperlyConfigured

from connector.settings._paths import env
from connector.settings._security import CONTENT_SECURITY_POLICY


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


CONNECTOR_MAP_TILES = env.str("CONNECTOR_MAP_TILES", default="")
CONNECTOR_MAP_ATTRIBUTION = env.str("CONNECTOR_MAP_ATTRIBUTION", default="")

_SOURCE = tile_source(CONNECTOR_MAP_TILES, CONNECTOR_MAP_ATTRIBUTION)
if _SOURCE:
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"] = [SELF, _SOURCE]
