"""Addresses that lead on: an asset that turned out to be the same as another is found under that one's.

Invariant: an asset that this viewer may see is never led away from, and nobody is led to one that they may not see.
"""

from uuid import UUID

from cms.models import Asset
from cms.visibility import Viewer


def leads_to(uuid: UUID, viewer: Viewer) -> Asset | None:
    """The asset that this address leads to now; None where it leads nowhere."""
    return Asset.objects.visible_to(viewer).filter(former_addresses__uuid=uuid).first()
