"""Two versions side by side, in words: what a connector reads before a change is approved."""

from datetime import date

import pytest
from django.urls import reverse

from cms.actions import publish_asset, submit_change
from cms.models import Asset
from cms.panels.comparing import SAYINGS, WordsComparison
from tests.factories.assets import AssetFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import BACKEND, UserFactory


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("days", ["MO", "WE"], "Monday, Wednesday"),
        ("weeks_of_month", [2, -1], "second, last"),
        ("closed", ["2026-12-25", "2027-01-01"], "25 December 2026, 1 January 2027"),
        ("cancelled", {"2026-12-08": "snow", "2026-12-15": ""}, "8 December 2026: snow; 15 December 2026"),
        ("audience", ["women", "young"], "women, young"),
    ],
)
def test_what_is_kept_as_json_is_said_in_words(name, value, words):
    assert SAYINGS[name](value) == words


def test_what_cannot_be_said_is_shown_as_it_is():
    field = Asset._meta.get_field("audience")
    assert WordsComparison(field, Asset(audience=[1]), Asset(audience=[1])).val_a == "[1]"


@pytest.mark.django_db
def test_a_changed_session_is_read_in_its_sentence(client):
    asha = UserFactory(role="Connectors")
    asset = AssetFactory(name="Sewing circle")
    SessionFactory(asset=asset)
    before = publish_asset(asset=Asset.objects.get(pk=asset.pk), by=asha)
    draft = Asset.objects.get(pk=asset.pk)
    session = draft.sessions.get()
    session.days, session.first = ["WE"], date(2026, 12, 2)
    draft.sessions.add(session)
    submit_change(draft=draft, by=asha)
    client.force_login(asha, backend=BACKEND)
    after = Asset.objects.get(pk=asset.pk).latest_revision
    url = reverse("wagtailsnippets_cms_asset:revisions_compare", args=[asset.pk, before.pk, after.pk])
    page = client.get(url).content.decode()
    assert "Every Tuesday, 1.30 to 3.30pm" in page
    assert "Every Wednesday, 1.30 to 3.30pm" in page
    assert "[&#x27;WE&#x27;]" not in page
