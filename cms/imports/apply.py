"""Drafts to the catalogue, a batch in one transaction: new assets, changed ones, records of where they came from.

Invariant: a batch is there as a whole or not at all, and says what it changed in the same transaction. The same drafts
a second time write nothing but when they were last seen. Assets are made without a revision: Wagtail edits those as
they stand in the table, the first edit makes one, and 8,000 revisions would cost ten seconds and tell nothing.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db import transaction

from cms import signals
from cms.duplicates.watching import compare_later
from cms.imports.deciding import Decision, Known, Outcome, decide
from cms.imports.drafts import AssetDraft, Content
from cms.imports.existing import Existing, Key, existing
from cms.imports.parts import write_parts
from cms.imports.placing import Places, organisations_of, sources_of
from cms.imports.suggesting import Suggestion, Suggestions
from cms.models import Asset, AssetSource

Suggest = Callable[[Content], Sequence[Suggestion]]
FindDeleted = Callable[[Collection[Key]], Collection[Key]]
FIELDS = ("kind", "name", "summary", "description", "url", "opening_words", "cost", "cost_pence", "cost_words",
          "who_for", "min_age", "max_age", "first_happens", "first_bring")  # fmt: skip
SWITCHES = ("live", "first_published_at", "last_published_at")


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of one draft. `suggested`: how many interests its text suggests; `before`: what the asset said, with
    its key, where the catalogue had it; `live`: what becomes of its being public, None for nothing."""

    draft: AssetDraft
    outcome: Outcome
    suggested: int = 0
    before: Content | None = None
    asset: int | None = None
    live: bool | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """How to import. `deleted`: which of these records stood for assets that somebody deleted here; `licence`: of
    records that name none."""

    publish: bool = False
    dry_run: bool = False
    suggest: Suggest = lambda content: ()
    deleted: FindDeleted = lambda keys: ()
    credits: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    licence: str = ""


class Importer:
    """One import. Hand it batches of drafts; each is written (or only decided, in a dry run) before it answers."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._places = Places()
        self._suggestions = Suggestions()
        self._seen_in_dry_run: set[str] = set()

    def apply(self, drafts: Sequence[AssetDraft], now: datetime) -> list[Applied]:
        """Write a batch in one transaction. No two drafts of it may be the same record of the same source."""
        if self._options.licence:
            drafts = [one if one.licence else replace(one, licence=self._options.licence) for one in drafts]
        if self._options.dry_run:
            return self._rehearse(drafts)
        with transaction.atomic():
            return _Batch(self._options, self._places, self._suggestions, drafts, now).write()

    def _rehearse(self, drafts: Sequence[AssetDraft]) -> list[Applied]:
        plan = _Plan(self._options, drafts, existing(drafts), self._seen_in_dry_run)
        self._seen_in_dry_run |= plan.new_shared
        return plan.applied()


class _Plan:
    """Decisions for a batch. A charity that stands in it twice is new once and has a second source after that."""

    def __init__(
        self, options: Options, drafts: Sequence[AssetDraft], before: Existing, made_before: Collection[str] = ()
    ) -> None:
        self.before = before
        self.new_shared: set[str] = set()
        self.suggestions: dict[Key, Sequence[Suggestion]] = {}
        self._options, self._made_before = options, made_before
        unknown = [_key(draft) for draft in drafts if before.asset_of(draft) is None]
        deleted = set(options.deleted(unknown)) if unknown else set()
        self.decisions = [(draft, self._decide(draft, deleted)) for draft in drafts]

    def _decide(self, draft: AssetDraft, deleted: Collection[Key]) -> Decision:
        known = self.before.known(draft)
        if known is None and draft.shared_ref and draft.ref in self.new_shared | set(self._made_before):
            known = Known(record=None, content="")
        made = decide(draft, known, publish=self._options.publish, deleted_here=_key(draft) in deleted)
        if made.outcome is Outcome.NEW and draft.shared_ref:
            self.new_shared.add(draft.ref)
        if made.write:
            self.suggestions[_key(draft)] = self._options.suggest(draft.content)
        return made

    def applied(self) -> list[Applied]:
        """What becomes of each draft, with what the catalogue said before."""
        return [self._applied(draft, made) for draft, made in self.decisions]

    def _applied(self, draft: AssetDraft, made: Decision) -> Applied:
        pk = self.before.asset_of(draft)
        suggested = len(self.suggestions.get(_key(draft), ())) if made.write else 0
        before = self.before.contents.get(pk) if pk is not None else None
        return Applied(draft, made.outcome, suggested, before, pk, made.live)


class _Batch:
    """One batch inside its transaction."""

    def __init__(
        self,
        options: Options,
        places: Places,
        suggestions: Suggestions,
        drafts: Sequence[AssetDraft],
        now: datetime,
    ) -> None:
        self.now = now
        self.plan = _Plan(options, drafts, existing(drafts))
        written = [draft for draft, made in self.plan.decisions if made.write]
        self.places = places.of(written, now)
        self.organisations = organisations_of(written, now)
        self.sources = sources_of(drafts, options.credits)
        self.suggestions = suggestions
        self.made: dict[str, Asset] = {}

    def write(self) -> list[Applied]:
        assets = self._new() | self._changed()
        self._records(assets)
        wanted = {asset.pk: self.plan.suggestions[key] for key, asset in assets.items() if key in self.plan.suggestions}
        self.suggestions.write(wanted)
        self._announce(assets)
        return self.plan.applied()

    def _new(self) -> dict[Key, Asset]:
        drafts = [(draft, made) for draft, made in self.plan.decisions if made.outcome is Outcome.NEW]
        rows = [self._filled(Asset(met=False), draft, made) for draft, made in drafts]
        Asset.objects.bulk_create(rows)
        assets = {_key(draft): row for (draft, _), row in zip(drafts, rows, strict=True)}
        self.made = {draft.ref: assets[_key(draft)] for draft, _ in drafts if draft.shared_ref}
        write_parts([(draft, assets[_key(draft)]) for draft, _ in drafts], self.places, new=True)
        return assets

    def _changed(self) -> dict[Key, Asset]:
        drafts = [(draft, made) for draft, made in self.plan.decisions if made.outcome is Outcome.CHANGED]
        assets = {
            _key(draft): self._filled(self.plan.before.assets[self._asset_key(draft)], draft, made)
            for draft, made in drafts
        }
        Asset.objects.bulk_update(assets.values(), [*FIELDS, "organisation", "tags", *SWITCHES], batch_size=100)
        moved = [(draft, assets[_key(draft)]) for draft, made in drafts if made.write]
        write_parts(moved, self.places, new=False)
        return assets

    def _filled(self, asset: Asset, draft: AssetDraft, made: Decision) -> Asset:
        if made.write:
            for name in FIELDS:
                setattr(asset, name, getattr(draft.content, name))
            asset.tags = list(draft.content.tags)
            asset.organisation_id = self.organisations.get(draft.content.organisation)
        if made.live is not None:
            asset.live = made.live
        if made.live:
            asset.first_published_at = asset.first_published_at or self.now
            asset.last_published_at = self.now
        return asset

    def _records(self, assets: Mapping[Key, Asset]) -> None:
        """Remember what each record said, and that it was seen."""
        new, changed, seen = [], [], []
        for draft, made in self.plan.decisions:
            if made.outcome is Outcome.DELETED_HERE:
                continue
            record = self.plan.before.records.get(_key(draft))
            if record is None:
                new.append(self._record(draft, made, assets))
                continue
            seen.append(record.pk)
            words = dict(draft.words)
            if (made.digest and record.digest != made.digest) or record.words != words:
                record.digest, record.licence, record.words = made.digest or record.digest, draft.licence, words
                changed.append(record)
        AssetSource.objects.bulk_create(new)
        AssetSource.objects.bulk_update(changed, ["digest", "licence", "words"])
        AssetSource.objects.filter(pk__in=seen).update(last_seen=self.now)

    def _record(self, draft: AssetDraft, made: Decision, assets: Mapping[Key, Asset]) -> AssetSource:
        asset = assets.get(_key(draft)) or self.made.get(draft.ref)
        return AssetSource(
            asset_id=asset.pk if asset else self._asset_key(draft),
            source_id=self.sources[draft.source],
            source_ref=draft.ref,
            licence=draft.licence,
            digest=made.digest,
            words=dict(draft.words),
            last_seen=self.now,
        )

    def _asset_key(self, draft: AssetDraft) -> int:
        found = self.plan.before.asset_of(draft)
        assert found is not None  # noqa: S101  a draft that is not new is about an asset that is there
        return found

    def _announce(self, assets: Mapping[Key, Asset]) -> None:
        """Say what people see now, and what they no longer see."""
        down = {asset.pk for asset in assets.values() if not asset.live}
        new = {asset.pk for draft, made in self.plan.decisions if made.outcome is Outcome.NEW
               for asset in [assets[_key(draft)]]}  # fmt: skip
        signals.announce(asset.pk for asset in assets.values() if asset.live)
        signals.announce_withdrawal(sorted(down - new))
        compare_later(sorted(new & down))


def _key(draft: AssetDraft) -> Key:
    return draft.source, draft.ref
