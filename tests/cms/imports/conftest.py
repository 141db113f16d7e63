"""Drafts and an import of them, for the tests that write."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from cms.imports.apply import Applied, Importer, Options
from cms.imports.drafts import AssetDraft, Content, PlaceDraft
from cms.imports.suggesting import Suggestion

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
SALE = PlaceDraft("Sale Library, Tatton Road", "M33 7ZF", 53.4231, -2.3215, "postcode")

Import = Callable[..., list[Applied]]


def draft(ref: str = "1", *, source: str = "Our list", place: PlaceDraft | None = SALE, **more: Any) -> AssetDraft:
    """A draft; fields of the content and of the draft by name."""
    content = {name: more.pop(name) for name in list(more) if name in Content.__dataclass_fields__}
    content = {"kind": "group", "name": f"Sewing {ref}", "summary": "We sew.", **content}
    return AssetDraft(source, ref, Content(**content, place=place), licence="OGL v3.0", **more)


@pytest.fixture
def import_(db: None) -> Import:
    """Import drafts as one batch; options by name."""

    def run(*drafts: AssetDraft, now: datetime = NOW, **options: Any) -> list[Applied]:
        return Importer(Options(**{"publish": True, **options})).apply(drafts, now)

    return run


@pytest.fixture
def sewing() -> Callable[[Content], list[Suggestion]]:
    """A reader that sees sewing in everything that says so."""
    return lambda content: [Suggestion("sewing", "sew")] if "sew" in content.summary else []
