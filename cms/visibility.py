"""Who may see a listing: the rule as a predicate. Its twin in SQL is `AssetQuerySet.visible_to`; they are equal.

Invariant: nobody sees what is not live; a person's offer is seen by workers only (its contact goes through a broker),
and so is what a worker told of while the group itself has not been asked.
"""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is looking. `works`: a worker or connector, signed in. `curates`: a connector. `oversees`: answers for
    the directory as a whole, and sees no listing more for that. `edits`: ids of the assets that they keep."""

    works: bool = False
    curates: bool = False
    oversees: bool = False
    edits: frozenset[int] = field(default_factory=frozenset)


PUBLIC = Viewer()


def viewer_of(request: object) -> Viewer:
    """Who looks, as it was found for this request; everybody where nobody asked, as in a preview."""
    viewer: Viewer = getattr(request, "viewer", PUBLIC)
    return viewer


WORKERS_ONLY_KINDS = frozenset({"offer"})


class Listed(Protocol):
    """The facts that the rule reads."""

    @property
    def live(self) -> bool: ...
    @property
    def kind(self) -> str: ...
    @property
    def unasked(self) -> bool: ...


def is_visible(asset: Listed, viewer: Viewer) -> bool:
    """Whether this viewer may see this asset."""
    return asset.live and (viewer.works or not for_workers(asset))


def for_workers(asset: Listed) -> bool:
    """Whether an asset is for workers alone."""
    return asset.unasked or asset.kind in WORKERS_ONLY_KINDS


def visible_contacts(viewer: Viewer) -> frozenset[str]:
    """Which visibilities of contacts this viewer may read."""
    if viewer.curates:
        return frozenset({"public", "partner", "internal"})
    return frozenset({"public", "partner"}) if viewer.works else frozenset({"public"})
