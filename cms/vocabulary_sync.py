"""Puts the interests that the product ships with into a database, after every `migrate`.

Invariant: a second run over the same file writes nothing; a newer file adds concepts and corrects those that nobody
touched, and never changes, brings back or takes away anything that the council decided (`cms.vocabulary.upgrade`).
No file makes an asset.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps
from django.core.exceptions import FieldDoesNotExist
from django.db import transaction

from cms import plain_rows
from cms.lineage import assets_below
from cms.models import Interest, InterestRelation, ShippedInterest
from cms.signals import announce
from cms.vocabulary.concept import BROADER_WEIGHT
from cms.vocabulary.reader import ShippedConcept, ShippedVocabulary, digest, read_vocabulary
from cms.vocabulary.upgrade import EDITED, from_content, plan, settled, to_content, weighed
from cms.vocabulary_rows import as_concept, links, values

_FIELDS = ("label", "alternative_labels", "everyday_words", "alone_words", "exact_match", "icon")


_EDGE = ("source", "kind", "target", "weight")


@dataclass(frozen=True, slots=True)
class Synced:
    """How many concepts a run added, corrected and left alone."""

    added: int = 0
    corrected: int = 0
    left: int = 0


def put_vocabulary_in(sender: Any, using: str, apps: Apps = installed, **kwargs: Any) -> None:
    """`post_migrate` of cms. Does nothing while the database stands at a migration before the tables are whole."""
    try:
        apps.get_model("cms", "ShippedInterest")._meta.get_field("content")
    except (LookupError, FieldDoesNotExist):
        return
    sync(shipped_vocabulary(), using=using)


@cache
def shipped_vocabulary() -> ShippedVocabulary:
    """The product's own file, read and checked once a process."""
    return read_vocabulary()


def sync(file: ShippedVocabulary, *, using: str = "default") -> Synced:
    """Bring one database up to the file, in one transaction. One counting query when there is nothing to do."""
    stamp = _stamp(file, BROADER_WEIGHT)
    if ShippedInterest.objects.using(using).filter(version=stamp).count() == len(file.concepts):
        return Synced(left=len(file.concepts))
    with transaction.atomic(using=using):
        return _Run(file, stamp, using).work()


@cache
def _stamp(file: ShippedVocabulary, weight: float) -> str:
    """The file's version and eight digits of its content: a file that changed without a new version is seen too."""
    content = "".join(digest(weighed(concept, weight)) for concept in file.concepts)
    return f"{file.version[:11]}+{hashlib.sha256(content.encode()).hexdigest()[:8]}"


class _Run:
    """One upgrade. Reads everything first, decides concept by concept, then writes in bulk."""

    def __init__(self, file: ShippedVocabulary, stamp: str, using: str) -> None:
        self.file, self.stamp, self.using = file, stamp, using
        rows = Interest.objects.using(using).prefetch_related("relations__target")
        self.rows: dict[str, Interest] = {row.code: row for row in rows}
        self.shipped = {row.code: row for row in ShippedInterest.objects.using(using)}

    def work(self) -> Synced:
        before = set(self.rows)
        steps = self._steps(before)
        added = [concept for concept in self.file.concepts if steps[concept.code] == "add"]
        corrected = [concept for concept in self.file.concepts if steps[concept.code] == "correct"]
        self._write_interests(added, corrected)
        # Their labels stand in listings, and listings below them are found by what is above them.
        announce(assets_below([self.rows[concept.code].pk for concept in corrected], using=self.using))
        self._write_edges(added, corrected)
        self._remember(added, corrected)
        return Synced(len(added), len(corrected), len(self.file.concepts) - len(added) - len(corrected))

    def _steps(self, before: set[str]) -> Mapping[str, str]:
        coming = before | {concept.code for concept in self.file.concepts if concept.code not in self.shipped}
        steps = {}
        for concept in self.file.concepts:
            row, shipped = self.rows.get(concept.code), self.shipped.get(concept.code)
            steps[concept.code] = plan(
                settled(_weighed(concept), coming),
                None if row is None else _row_digest(row),
                None if shipped is None else digest(settled(from_content(shipped.content), before)),
            )
        return steps

    def _write_interests(self, added: list[ShippedConcept], corrected: list[ShippedConcept]) -> None:
        manager = Interest.objects.using(self.using)
        made = manager.bulk_create([Interest(code=concept.code, **values(concept)) for concept in added])
        self.rows.update({row.code: row for row in made})
        for concept in corrected:
            for name, value in values(concept).items():
                setattr(self.rows[concept.code], name, value)
        rows = (self.rows[concept.code] for concept in corrected)
        changed = ([*(getattr(row, name) for name in _FIELDS), row.pk] for row in rows)
        plain_rows.update(Interest, _FIELDS, changed, using=self.using)

    def _write_edges(self, added: list[ShippedConcept], corrected: list[ShippedConcept]) -> None:
        manager = InterestRelation.objects.using(self.using)
        if corrected:
            manager.filter(source__in=[self.rows[concept.code].pk for concept in corrected]).delete()
        edges = (edge for concept in (*added, *corrected) for edge in self._edges(concept))
        plain_rows.insert(InterestRelation, _EDGE, edges, using=self.using)

    def _edges(self, concept: ShippedConcept) -> Iterable[tuple[int, str, int, float]]:
        for kind, code, weight in links(_weighed(concept)):
            if code in self.rows:
                yield self.rows[concept.code].pk, str(kind), self.rows[code].pk, weight

    def _remember(self, added: list[ShippedConcept], corrected: list[ShippedConcept]) -> None:
        """What was put in is kept with each concept that was; that this file was looked at, with every one of it."""
        put_in = {concept.code: concept for concept in (*added, *corrected)}
        known: list[ShippedInterest] = []
        new: list[ShippedInterest] = []
        for concept in self.file.concepts:
            row = self.shipped.get(concept.code)
            current = row or ShippedInterest(code=concept.code)
            current.version = self.stamp
            if concept.code in put_in or row is None:
                current.content, current.digest = _kept(concept, BROADER_WEIGHT)
            (known if row else new).append(current)
        manager = ShippedInterest.objects.using(self.using)
        manager.bulk_create(new)
        kept = ([row.version, row.content, row.digest, row.pk] for row in known)
        plain_rows.update(ShippedInterest, ("version", "content", "digest"), kept, using=self.using)


@cache
def _kept(concept: ShippedConcept, weight: float) -> tuple[dict[str, Any], str]:
    """What is remembered of a concept: its content and its digest. Worked out once a process: tests start often."""
    return to_content(weighed(concept, weight)), digest(concept)


def _weighed(concept: ShippedConcept) -> ShippedConcept:
    return weighed(concept, BROADER_WEIGHT)


def _row_digest(row: Interest) -> str:
    if not row.live or row.has_unpublished_changes:
        return EDITED
    return digest(settled(as_concept(row), {edge.target.code for edge in row.relations.all()}))
