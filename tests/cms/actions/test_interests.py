"""Yes and no to suggested interests, many at a time."""

import pytest
from wagtail.models import ModelLogEntry

from cms.actions import confirm_interests, remove_interests
from cms.models import AssetInterest
from cms.signals import asset_changed
from tests.factories.assets import AssetFactory


@pytest.fixture
def suggestions(db):
    """Two assets, each with two suggested interests."""
    for name in ("Sewing circle", "Repair cafe"):
        AssetFactory(name=name, suggested=["embroidery", "knitting"])
    return AssetInterest.objects.order_by("pk")


@pytest.fixture
def announced():
    """Ids that were announced as changed."""
    heard: list[int] = []

    def listen(asset_ids, **_):
        heard.extend(asset_ids)

    asset_changed.connect(listen)
    yield heard
    asset_changed.disconnect(listen)


@pytest.mark.parametrize(("verb", "state"), [(confirm_interests, "confirmed"), (remove_interests, "removed")])
class TestBoth:
    def test_answers_those_and_no_others(self, suggestions, asha, verb, state):
        first, *others = suggestions.values_list("pk", flat=True)
        assert verb(rows=[first], by=asha) == 1
        assert dict(suggestions.values_list("pk", "state")) == {first: state, **dict.fromkeys(others, "suggested")}

    def test_an_answer_that_was_given_already_changes_nothing(self, suggestions, asha, announced, verb, state):
        keys = list(suggestions.values_list("pk", flat=True))
        verb(rows=keys, by=asha)
        announced.clear()
        assert verb(rows=keys, by=asha) == 0
        assert announced == []

    def test_each_asset_is_announced_once(self, suggestions, asha, announced, verb, state):
        verb(rows=suggestions.values_list("pk", flat=True), by=asha)
        assert sorted(announced) == sorted(set(suggestions.values_list("asset", flat=True)))

    def test_each_asset_has_one_line_of_history(self, suggestions, asha, verb, state):
        verb(rows=suggestions.values_list("pk", flat=True), by=asha)
        lines = ModelLogEntry.objects.filter(action__startswith="cms.interests")
        assert {line.message for line in lines} == {f"Interests {state}: Embroidery, Knitting"}
        assert (lines.count(), lines.first().user) == (2, asha)


def test_a_removed_one_may_be_confirmed_after_all(suggestions, asha):
    key = suggestions.values_list("pk", flat=True)[0]
    remove_interests(rows=[key], by=asha)
    confirm_interests(rows=[key], by=asha)
    assert suggestions.get(pk=key).state == "confirmed"
