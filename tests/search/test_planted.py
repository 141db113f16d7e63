"""Nothing private is in the embedded index: what was planted in every field of text is looked for in its files, and in
what it knows of words. `tests/elasticsearch/test_planted.py` looks for the same on a server."""

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from pytest_django import Settings

from connector.core.privacy import DECISIONS
from search.refresh import bring_up_to_date
from tests.planting import FOUND, NOT_PLANTED, NOT_TEXT, SHOWN, fields_of_text, held, plant, private


def test_what_is_not_planted_is_there_and_has_text() -> None:
    """An exemption that nothing stands behind any more is taken out."""
    assert {
        label for label in NOT_PLANTED if label not in DECISIONS or not any(fields_of_text(apps.get_model(label)))
    } == set()
    assert {
        name for name in NOT_TEXT if not apps.get_model(name.rpartition(".")[0])._meta.get_field(name.split(".")[-1])
    } == set()


@pytest.mark.wide
@pytest.mark.django_db
def test_no_index_holds_a_word_of_a_private_field(tantivy_engine: Any, settings: Settings) -> None:
    planted = plant()
    theirs = private(planted)
    assert {"cms.Contact.name", "matching.HandOver.pin", "accounts.User.email", "cms.Asset.greeter_name"} <= theirs
    assert {"intake.Import.understood", "intake.ImportMapping.columns", "council.Council.phone"} <= set(planted)
    bring_up_to_date(lambda text: None)
    found = held(tantivy_engine, Path(settings.CONNECTOR_INDEX_DIR), planted)
    assert found & theirs == set()
    assert found >= FOUND
    assert {name.rpartition(".")[0] for name in found} <= SHOWN
