"""What the catalogue holds for a batch of drafts: records, assets and their content as a draft would say it.

Invariant: reads only, a fixed number of queries for a batch however long it is. Inside a transaction the assets are
locked, so that nobody edits them between the decision and the writing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import connection

from cms.imports.deciding import Known
from cms.imports.drafts import AssetDraft, Content
from cms.imports.parts import Said, said
from cms.models import Asset, AssetSource

Key = tuple[str, str]


@dataclass(slots=True)
class Existing:
    """Records by (source name, id), the asset of each shared id, assets by key, and what each says."""

    records: Mapping[Key, AssetSource] = field(default_factory=dict)
    shared: Mapping[str, int] = field(default_factory=dict)
    assets: Mapping[int, Asset] = field(default_factory=dict)
    digests: Mapping[int, frozenset[str]] = field(default_factory=dict)
    contents: Mapping[int, Content] = field(default_factory=dict)

    def asset_of(self, draft: AssetDraft) -> int | None:
        """The asset that a draft is about, if the catalogue has it."""
        record = self.records.get((draft.source, draft.ref))
        if record is not None:
            return record.asset_id
        return self.shared.get(draft.ref) if draft.shared_ref else None

    def known(self, draft: AssetDraft) -> Known | None:
        """What is known for the decision; None for an asset that the catalogue does not have."""
        pk = self.asset_of(draft)
        if pk is None:
            return None
        asset, record = self.assets[pk], self.records.get((draft.source, draft.ref))
        return Known(
            record=None if record is None else record.digest,
            content=content_digest(asset, self.contents[pk]),
            others=self.digests[pk],
            live=asset.live,
            ever_live=asset.first_published_at is not None,
            drafted=asset.has_unpublished_changes,
            locked=asset.locked,
            carried=record is not None and record.carried,
        )


def existing(drafts: Sequence[AssetDraft]) -> Existing:
    """What the catalogue holds for these drafts."""
    wanted = {(draft.source, draft.ref) for draft in drafts}
    shared_refs = {draft.ref for draft in drafts if draft.shared_ref}
    refs = {ref for _, ref in wanted}
    found = AssetSource.objects.filter(source_ref__in=refs).select_related("source").order_by("pk")
    rows = {(row.source.name, row.source_ref): row for row in found}
    records = {key: row for key, row in rows.items() if key in wanted}
    shared: dict[str, int] = {}
    for row in rows.values():
        if row.source_ref in shared_refs:
            shared.setdefault(row.source_ref, row.asset_id)
    pks = {row.asset_id for row in records.values()} | set(shared.values())
    assets = _assets(pks)
    return Existing(records, shared, assets, _digests(pks), _contents(assets))


def content_of(asset: Asset, parts: Said | None = None) -> Content:
    """What an asset says as it stands, in the shape of a draft's content; without `parts`, its own fields alone."""
    parts = parts or Said()
    return Content(
        kind=asset.kind,
        name=asset.name,
        summary=asset.summary,
        description=asset.description,
        organisation=asset.organisation.name if asset.organisation else "",
        url=asset.url,
        opening_words=asset.opening_words,
        cost=asset.cost,
        cost_pence=asset.cost_pence,
        cost_words=asset.cost_words,
        tags=tuple(asset.tags),
        place=parts.places[0] if parts.places else None,
        more_places=parts.places[1:],
        who_for=asset.who_for,
        min_age=asset.min_age,
        max_age=asset.max_age,
        sessions=parts.sessions,
        contacts=parts.contacts,
        access=parts.access,
        prices=parts.prices,
        first_happens=asset.first_happens,
        first_bring=asset.first_bring,
    )


def content_digest(asset: Asset, content: Content) -> str:
    """The digest of an asset as it stands; nothing when it says more than any draft could."""
    return content.digest if asset.reach == Asset.Reach.PLACES else ""


def _assets(pks: Iterable[int]) -> dict[int, Asset]:
    rows = Asset.objects.filter(pk__in=list(pks))
    if connection.in_atomic_block:
        rows = rows.select_for_update(of=("self",)) if connection.features.has_select_for_update_of else rows
    return {asset.pk: asset for asset in rows.select_related("organisation")}


def _digests(pks: Iterable[int]) -> dict[int, frozenset[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    rows = AssetSource.objects.filter(asset__in=list(pks))
    for pk, digest in rows.values_list("asset_id", "digest"):
        found[pk].add(digest.partition(":")[0])
    return {pk: frozenset(digests - {""}) for pk, digests in found.items()}


def _contents(assets: Mapping[int, Asset]) -> dict[int, Content]:
    parts = said(list(assets))
    return {pk: content_of(asset, parts[pk]) for pk, asset in assets.items()}
