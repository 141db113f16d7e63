"""What has to hold in the settings before the catalogue can tell dates.

Invariant: a check names the setting and says what to write.
"""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from cms.schedule.exceptions import NATIONS


@register()
def check_nation(**_: Any) -> list[CheckMessage]:
    """Bank holidays are those of one nation."""
    nation = getattr(settings, "CONNECTOR_NATION", None)
    if nation in NATIONS:
        return []
    hint = f"Set CONNECTOR_NATION to one of {', '.join(NATIONS)}."
    return [Error(f"CONNECTOR_NATION is {nation!r}, which is no nation with bank holidays.", hint=hint, id="cms.E001")]
