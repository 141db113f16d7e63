"""`suggest_interests`: listings read again after the interests changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cms.models import Asset, AssetInterest, Interest
from search.interests import look_again
from search.models import IndexChange

pytestmark = pytest.mark.django_db
Run = Callable[..., str]
GROUP = {"id": "1", "name": "Zithers of Sale", "description": "We sew. All welcome.", "source": "Our list"}


def states() -> dict[str, str]:
    return dict(AssetInterest.objects.values_list("interest__code", "state"))


@pytest.fixture
def zithers(run: Run, listings: Callable[..., Path]) -> Asset:
    """A listing that came in before the council had an interest for it."""
    run("import_listings", listings(GROUP), "--publish")
    Interest.objects.create(code="zither", label="Zithers")
    look_again()
    return Asset.objects.get()


def test_a_new_interest_finds_its_listings(run: Run, zithers: Asset) -> None:
    assert "zither" not in states()
    changes = IndexChange.objects.count()
    said = run("suggest_interests")
    assert states()["zither"] == "suggested"
    assert "1 of 1 imported listings have suggested interests." in said
    assert "1 listings changed." in said
    assert IndexChange.objects.count() > changes
    assert "0 listings changed." in run("suggest_interests")


def test_a_dry_run_writes_nothing(run: Run, zithers: Asset) -> None:
    assert "Nothing was written." in run("suggest_interests", "--dry-run")
    assert "zither" not in states()


def test_decisions_stay_and_old_suggestions_go(run: Run, zithers: Asset) -> None:
    run("suggest_interests")
    AssetInterest.objects.filter(interest__code="zither").update(state="removed")
    choir = Interest.objects.get(code="community-choir")
    AssetInterest.objects.create(asset=zithers, interest=choir, state="suggested", words="old words")
    run("suggest_interests")
    assert states()["zither"] == "removed"
    assert "community-choir" not in states()


def test_what_somebody_is_drafting_is_left_alone(run: Run, zithers: Asset) -> None:
    Asset.objects.update(has_unpublished_changes=True)
    run("suggest_interests")
    assert "zither" not in states()
