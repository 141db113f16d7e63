"""An asset's own page: its tabs, its sessions in plain words, drafts, publishing, and what stands by a wrong field."""

from datetime import date, time
from typing import Any

import pytest
from django.urls import reverse

from cms.models import AccessFact, Asset
from tests.cms.admin.pages import fields_of, row, send
from tests.factories.assets import (
    AssetAccessFactory,
    AssetFactory,
    AssetSourceFactory,
    ContactFactory,
    LendFactory,
)
from tests.factories.interests import InterestFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.places import AreaFactory, PlaceFactory
from tests.factories.schedules import SessionFactory

ADD = "wagtailsnippets_cms_asset:add"


def edit_url(asset: Asset) -> str:
    return reverse("wagtailsnippets_cms_asset:edit", args=[asset.pk])


def now(asset: Asset) -> Asset:
    return Asset.objects.get(pk=asset.pk)


def errors(response) -> dict[str, list[str]]:
    """Every error on the page, by field."""
    form = response.context["form"]
    found = {name: list(messages) for name, messages in form.errors.items()}
    for formset in form.formsets.values():
        for child in formset.forms:
            found |= {f"{child.prefix}-{name}": list(messages) for name, messages in child.errors.items()}
    return found


@pytest.fixture
def circle(db) -> Asset:
    """A sewing circle with something in every tab."""
    asset = AssetFactory(name="Sewing circle", organisation=OrganisationFactory(), suggested=["embroidery"])
    hall = PlaceFactory(name="Mill Hall")
    SessionFactory(asset=asset, place=hall, closed=["2026-12-29"], cancelled={"2026-12-15": "boiler"})
    asset.asset_places.create(place=hall)
    AssetAccessFactory(asset=asset, subject="step_free", state="partly", note="Two steps, with a rail.")
    ContactFactory(asset=asset, name="Maureen")
    LendFactory(asset=asset)
    AssetSourceFactory(asset=asset, source__name="Register of charities")
    return asset


class TestOpen:
    def test_shows_everything_in_its_tabs(self, desk, circle):
        page = desk.get(edit_url(circle)).content.decode()
        for tab in ("What it is", "When", "Where", "Who and cost", "Access", "Interests", "People", "Sources"):
            assert tab in page
        for words in ("Sewing circle", "Mill Hall", "Two steps, with a rail.", "Maureen", "The back room on a Monday"):
            assert words in page
        assert "Register of charities" in page
        assert "Every Tuesday, 1.30 to 3.30pm, not on bank holidays" in page

    def test_dates_and_times_stand_there_as_people_write_them(self, desk, circle):
        fields = fields_of(desk.get(edit_url(circle)).content.decode())
        assert fields["sessions-0-start"] == ["1.30pm"]
        assert fields["sessions-0-closed"] == ["29 December 2026"]
        assert fields["sessions-0-cancelled"] == ["15 December 2026: boiler"]

    def test_every_access_fact_has_a_row(self, desk, circle):
        fields = fields_of(desk.get(edit_url(circle)).content.decode())
        states = [fields[f"access_facts-{number}-state"][0] for number in range(len(AccessFact.Subject))]
        assert sorted(states) == ["partly", *["unknown"] * (len(AccessFact.Subject) - 1)]

    def test_saving_without_a_change_changes_nothing(self, desk, circle):
        before = now(circle).serializable_data()
        send(desk, edit_url(circle), "publish")
        after = now(circle).serializable_data()
        moved = {name for name in before if before[name] != after[name]}
        assert moved <= {"latest_revision", "live_revision", "last_published_at", "first_published_at"}


class TestDraft:
    def test_people_see_nothing_of_a_draft(self, desk, circle):
        send(desk, edit_url(circle), summary="Thread, tea and talk.")
        assert now(circle).summary == "A pot of tea and a chat."
        assert now(circle).get_latest_revision_as_object().summary == "Thread, tea and talk."

    def test_publishing_shows_it(self, desk, circle, asha):
        send(desk, edit_url(circle), "publish", summary="Thread, tea and talk.", greeter_name="Maureen")
        assert (now(circle).summary, now(circle).greeter_name) == ("Thread, tea and talk.", "Maureen")
        assert now(circle).live_revision.user == asha

    def test_a_draft_may_be_unfinished(self, desk, circle):
        send(desk, edit_url(circle), **{"sessions-0-days": []})
        assert now(circle).get_latest_revision_as_object().sessions.get().days == []

    def test_its_records_stay_as_imports_keep_them(self, desk, circle):
        send(desk, edit_url(circle), summary="Thread, tea and talk.")
        AssetSourceFactory(asset=circle, source__name="Another register")
        send(desk, edit_url(circle), "publish")
        assert now(circle).sources.count() == 2


class TestNew:
    def test_a_whole_asset_in_one_go(self, desk, db):
        hall, organisation, ward = PlaceFactory(), OrganisationFactory(), AreaFactory()
        embroidery = InterestFactory(code="embroidery")
        answer = send(
            desk,
            reverse(ADD),
            "publish",
            name="Sewing circle",
            kind="group",
            organisation=organisation.pk,
            cost="paid",
            cost_pence="200",
            audience="women\nnew parents",
            greeter_name="Maureen",
            **row("sessions", 0, rhythm="weekly", days=["MO", "WE"], start="1.30pm", end="15:30", first="2026-12-07"),
            **row("asset_places", 0, place=hall.pk),
            **row("asset_areas", 0, area=ward.pk),
            **row("lends", 0, what="kit", words="Two sewing machines"),
            **row("contacts", 0, name="Sandra", phone="01632 960 124", visibility="internal"),
            **row("asset_interests", 0, interest=embroidery.pk, state="confirmed"),
            **{"access_facts-0-state": "yes"},
        )
        assert answer.status_code == 302, errors(answer)
        asset = Asset.objects.get()
        assert (asset.live, asset.organisation, asset.cost_pence) == (True, organisation, 200)
        assert asset.audience == ["women", "new parents"]
        session = asset.sessions.get()
        assert (session.days, session.start, session.end) == (["MO", "WE"], time(13, 30), time(15, 30))
        assert session.first == date(2026, 12, 7)
        assert [(fact.subject, fact.state) for fact in asset.access_facts.all()] == [("step_free", "yes")]
        assert [place.place for place in asset.asset_places.all()] == [hall]
        assert [area.area for area in asset.asset_areas.all()] == [ward]
        assert [(contact.name, contact.visibility) for contact in asset.contacts.all()] == [("Sandra", "internal")]
        assert [lend.words for lend in asset.lends.all()] == ["Two sewing machines"]
        assert [link.interest for link in asset.asset_interests.all()] == [embroidery]

    def test_the_exceptions_of_a_session(self, desk, circle):
        changes = {
            "sessions-0-rhythm": "monthly",
            "sessions-0-weeks_of_month": ["2", "-1"],
            "sessions-0-closed": "29/12/2026\n12 January 2027",
            "sessions-0-extra": "Fri 1 Jan 2027",
            "sessions-0-cancelled": "8 December 2026: snow",
            "sessions-0-on_bank_holidays": "on",
        }
        answer = send(desk, edit_url(circle), "publish", **changes)
        assert answer.status_code == 302, errors(answer)
        session = now(circle).sessions.get()
        assert (session.rhythm, session.weeks_of_month, session.on_bank_holidays) == ("monthly", [2, -1], True)
        assert (session.closed, session.extra) == (["2026-12-29", "2027-01-12"], ["2027-01-01"])
        assert session.cancelled == {"2026-12-08": "snow"}

    def test_a_session_is_taken_away(self, desk, circle):
        send(desk, edit_url(circle), "publish", **{"sessions-0-DELETE": "1"})
        assert not now(circle).sessions.exists()


# What is typed at once, and each field that says so with words of what it says.
WRONG: tuple[tuple[dict[str, Any], dict[str, str]], ...] = (
    (
        {"sessions-0-days": [], "access_facts-1-state": "partly", "confirmed_by": "Maureen", "only_for": "women"},
        {
            "sessions-0-days": "Choose at least one day",
            "access_facts-1-note": "Say what is and what is not",
            "confirmed_on": "on which day",
            "only_for_reason": "Say why",
        },
    ),
    (
        {
            "sessions-0-start": "half one",
            "confirmed_on": "2026-11-03",
            "only_for_reason": "We would rather.",
            "usual_least": "9",
            "usual_most": "5",
        },
        {
            "sessions-0-start": "is not a time",
            "confirmed_by": "Say who",
            "only_for": "Choose whom",
            "usual_most": "Write 9 or more",
        },
    ),
    (
        {"sessions-0-closed": "soon", "min_age": "60", "max_age": "50"},
        {"sessions-0-closed": "“soon” is not a date", "max_age": "Write 60 or more"},
    ),
    ({"sessions-0-term_time": "on"}, {"sessions-0-authority": "whose school terms"}),
)


class TestWrong:
    def test_is_said_by_its_field_and_nothing_is_published(self, desk, circle):
        before = now(circle).latest_revision
        fields = fields_of(desk.get(edit_url(circle)).content.decode())
        for changes, said in WRONG:
            answer = desk.post(edit_url(circle), fields | changes | {"action-publish": "1"})
            assert answer.status_code == 200, changes
            found = errors(answer)
            assert set(found) == set(said)
            assert all(words in found[field][0] for field, words in said.items()), found
            assert now(circle).latest_revision == before, changes

    def test_what_was_typed_is_still_there(self, desk, circle):
        changes = {"sessions-0-closed": "Christmas Day", "sessions-0-start": "half one"}
        fields = fields_of(send(desk, edit_url(circle), "publish", **changes).content.decode())
        assert fields["sessions-0-closed"] == ["Christmas Day"]
        assert fields["sessions-0-start"] == ["half one"]
        assert len([name for name in fields if name.endswith("-state") and name.startswith("access")]) == len(
            AccessFact.Subject
        )

    def test_nobody_publishes_without_the_right(self, client, circle):
        answer = client.post(edit_url(circle), {"name": "Taken over", "action-publish": "1"})
        assert answer.status_code == 302
        assert now(circle).name == "Sewing circle"
