"""Interests that change on a live asset, put into its newest version too, so that the next publishing keeps them.

Invariant: only the interests given are touched; everything else in the version is as its author left it.
"""

from collections.abc import Iterable

from cms.models import Asset, AssetInterest


def into_draft(asset: Asset, rows: Iterable[AssetInterest]) -> None:
    """Overlay these rows in the newest revision of the asset: its edit page opens with that one."""
    new = {row.interest_id: _content(row) for row in rows}
    revision = asset.latest_revision
    if revision is None or not new:
        return
    kept = [row for row in revision.content.get("asset_interests", ()) if row["interest"] not in new]
    revision.content["asset_interests"] = [*kept, *new.values()]
    revision.save(update_fields=["content"])


def _content(row: AssetInterest) -> dict[str, object]:
    return {
        "pk": row.pk,
        "asset": row.asset_id,
        "interest": row.interest_id,
        "state": row.state,
        "words": row.words,
    }
