"""Decides what a newer vocabulary file may do to one interest of a database that a council has worked on.

Invariant: what the council edited, added or removed is left as it is; only what still stands exactly as the product
put it there is ever changed. Pure: no Django, no database.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import asdict, replace
from typing import Any, Literal

from cms.vocabulary.concept import target_of, with_weight
from cms.vocabulary.reader import Link, ShippedConcept, digest

Step = Literal["add", "correct", "leave"]

EDITED = "edited"
"""Stands for the digest of a row that no file could have written: unpublished, or with a draft waiting."""


def plan(concept: ShippedConcept, row_digest: str | None, shipped_digest: str | None) -> Step:
    """What to do with one concept of the file.

    `row_digest` is of what stands in the database (None: no such interest), `shipped_digest` of what a file last put
    there (None: none ever did). All three are compared in `settled` form.
    """
    if shipped_digest is None:
        return "add" if row_digest is None else "leave"
    if row_digest != shipped_digest:
        return "leave"
    return "leave" if row_digest == digest(concept) else "correct"


def settled(concept: ShippedConcept, codes: Container[str]) -> ShippedConcept:
    """The form in which two concepts are compared: edges in order of code, and only those to one of `codes`.

    An interest that the council removed takes the edges to it along; that alone does not make its neighbours edited.
    """
    return replace(
        concept,
        broader=tuple(sorted(code for code in concept.broader if target_of(code) in codes)),
        related=_kept(concept.related, codes),
        leads_to=_kept(concept.leads_to, codes),
    )


def weighed(concept: ShippedConcept, weight: float) -> ShippedConcept:
    """The concept with the weight of its broader edges written out, "needlework@0.5": the file gives none of its own.

    So a council's own weight is seen as an edit, and another weight of the product's as a correction.
    """
    return replace(concept, broader=tuple(with_weight(code, weight) for code in concept.broader))


def to_content(concept: ShippedConcept) -> dict[str, Any]:
    """A weighed concept as plain JSON values. `from_content` reads it back."""
    return asdict(concept)


def from_content(content: Mapping[str, Any]) -> ShippedConcept:
    """The concept that `to_content` wrote, after a journey through JSON."""
    texts = {name: tuple(content.get(name, ())) for name in ("alternative", "everyday", "alone", "broader", "exact")}
    links: dict[str, Any] = {
        name: tuple((code, float(weight)) for code, weight in content[name]) for name in ("related", "leads_to")
    }
    return ShippedConcept(code=content["code"], label=content["label"], icon=content["icon"], **texts, **links)


def _kept(links: tuple[Link, ...], codes: Container[str]) -> tuple[Link, ...]:
    return tuple(sorted((code, weight) for code, weight in links if code in codes))
