"""What the map's template asks for. Invariant: the settings alone decide whether another host is asked for tiles."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def map_tiles() -> tuple[str, str] | None:
    """The tiles' address with {z}, {x} and {y}, and whom they are from; None where there are none."""
    if not settings.CONNECTOR_MAP_TILES:
        return None
    return settings.CONNECTOR_MAP_TILES, settings.CONNECTOR_MAP_ATTRIBUTION
