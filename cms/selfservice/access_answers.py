"""What a group answers about getting in, into a draft of its listing. Saves nothing."""

from collections.abc import Mapping

from cms.models import Asset, AssetAccess


def put_access(asset: Asset, facts: Mapping[str, Mapping[str, str]]) -> None:
    """Subject -> its `state` and `note`. Other subjects stay as they are."""
    rows = {row.subject: row for row in asset.access_facts.all()}
    for subject, fact in facts.items():
        row = rows.setdefault(subject, AssetAccess(subject=subject))
        row.state, row.note = fact["state"], fact["note"]
    asset.access_facts.set(rows.values())
