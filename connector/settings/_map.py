"""The map beside a list: whose tiles lie under it. With none set, nothing is asked of anybody else's computer."""

from csp.constants import SELF

from connector.core.tiles import tile_source
from connector.settings._paths import env
from connector.settings._security import CONTENT_SECURITY_POLICY

CONNECTOR_MAP_TILES = env.str("CONNECTOR_MAP_TILES", default="")
CONNECTOR_MAP_ATTRIBUTION = env.str("CONNECTOR_MAP_ATTRIBUTION", default="")

_SOURCE = tile_source(CONNECTOR_MAP_TILES, CONNECTOR_MAP_ATTRIBUTION)
if _SOURCE:
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"] = [SELF, _SOURCE]
