"""What a connector who rings is told of what visits needed to know: read at once, over nothing that was answered."""

import pytest
from django.test import Client

from cms.actions import approve_change, put_back, send_change, withdraw_asset
from cms.models import Asset, Contact, GroupChange
from cms.selfservice.access_answers import put_access
from connector.asking.actions.answer_question import answer_question
from connector.stewardship.models import Enquiry
from tests.factories.asking import AccessQuestionFactory
from tests.factories.users import UserFactory
from tests.stewardship.conftest import facts_in_draft, press, read_on_the_sheet, state_of

pytestmark = pytest.mark.django_db
ANSWERED = "That is answered already. Nothing was changed."


@pytest.mark.parametrize("state", ["yes", "no", "partly"])
def test_people_read_at_once_what_a_connector_was_told(edna: Asset, meena: Client, state: str) -> None:
    press(meena, edna, f"step_free:{state}")
    fact = Asset.objects.get(pk=edna.pk).access_facts.get()
    assert (fact.subject, fact.state) == ("step_free", state)
    assert state_of(edna) == "answered"
    (change,) = GroupChange.objects.all()
    assert (change.state, change.looker.first_name) == ("fine", "Meena")
    assert change.reason == "Edna said so by telephone, by the council's connector."
    history = meena.get(f"/admin/snippets/cms/asset/history/{edna.pk}/").content.decode()
    assert "as it was told by telephone" in history
    put_back(change=change, by=change.looker, reason="It was the hall next door.")
    assert not Asset.objects.get(pk=edna.pk).access_facts.filter(state=state).exists()


def test_what_people_ask_the_first_time_is_written_down_in_words(edna: Asset, meena: Client) -> None:
    AccessQuestionFactory(asset=edna, subject="leave")
    assert "Can people leave after ten minutes?" in read_on_the_sheet(meena)
    told = {"enquiry": Enquiry.objects.get().pk, "listing": edna.pk, "known": "leave:told"}
    assert meena.post("/admin/ring-round/press/", told | {"words": " "}).status_code == 404
    meena.post("/admin/ring-round/press/", told | {"words": "Whenever you like"})
    assert Asset.objects.get(pk=edna.pk).first_leave == "Whenever you like"
    assert state_of(edna, "leave") == "answered"


@pytest.mark.parametrize("known", ["yes", "no", "partly", "unsure"])
@pytest.mark.parametrize("looked_at", [False, True], ids=["waits", "approved"])
def test_what_was_answered_meanwhile_stays_with_its_words(
    edna: Asset, meena: Client, known: str, looked_at: bool
) -> None:
    said = {"subject": "step_free", "state": "partly", "note": "Ramp at the side"}
    answer_question(asset=edna, by=None, reached=Asset.objects.all(), **said)
    if looked_at:
        approve_change(asset=Asset.objects.get(pk=edna.pk), by=UserFactory(role="Connectors"))
    before = state_of(edna)
    press(meena, edna, f"step_free:{known}")
    assert ANSWERED in read_on_the_sheet(meena)
    assert state_of(edna) == before
    live = Asset.objects.get(pk=edna.pk)
    kept = [("partly", "Ramp at the side")]
    assert list(live.access_facts.values_list("state", "note")) == (kept if looked_at else [])
    assert [(fact.state, fact.note) for fact in live.get_latest_revision_as_object().access_facts.all()] == kept


@pytest.mark.parametrize("known", ["no", "unsure"])
def test_a_second_tab_does_not_turn_it_round(edna: Asset, meena: Client, known: str) -> None:
    press(meena, edna, "step_free:yes")
    assert "Written down. People see it now." in read_on_the_sheet(meena)
    press(meena, edna, f"step_free:{known}")
    assert ANSWERED in read_on_the_sheet(meena)
    assert Asset.objects.get(pk=edna.pk).access_facts.get().state == "yes"
    assert state_of(edna) == "answered"
    assert GroupChange.objects.count() == 1


def test_who_did_not_know_may_have_found_out_by_the_call(edna: Asset, meena: Client) -> None:
    press(meena, edna, "step_free:unsure")
    page = read_on_the_sheet(meena)
    assert "Written down: they don’t know. Nobody asks them that again for a while." in page
    assert "People see it now." not in page
    press(meena, edna, "step_free:unsure")
    assert ANSWERED in read_on_the_sheet(meena)
    press(meena, edna, "step_free:yes")
    assert Asset.objects.get(pk=edna.pk).access_facts.get().state == "yes"
    assert state_of(edna) == "answered"


def test_what_the_group_sent_goes_on_waiting_beside_it(edna: Asset, meena: Client) -> None:
    draft = Asset.objects.get(pk=edna.pk)
    draft.name = "Whist Drive"
    put_access(draft, {"parking": {"state": "yes", "note": ""}})
    send_change(draft=draft, by=None)
    press(meena, edna, "step_free:no")
    asset = Asset.objects.get(pk=edna.pk)
    assert (asset.name, [each.subject for each in asset.access_facts.all()]) == ("Whist", ["step_free"])
    assert facts_in_draft(edna) == {"parking": "yes", "step_free": "no"}
    approve_change(asset=asset, by=UserFactory(role="Connectors"))
    asset = Asset.objects.get(pk=edna.pk)
    assert asset.name == "Whist Drive"
    assert {each.subject: each.state for each in asset.access_facts.all()} == {"parking": "yes", "step_free": "no"}


def test_nothing_is_written_down_while_the_council_works_on_it(edna: Asset, meena: Client) -> None:
    Asset.objects.filter(pk=edna.pk).update(locked=True, locked_by=UserFactory(role="Connectors"))
    press(meena, edna, "step_free:no")
    assert not Asset.objects.get(pk=edna.pk).access_facts.exists()
    assert state_of(edna) == "open"


def test_a_listing_that_does_not_hold_together_is_to_be_put_right_first(edna: Asset, meena: Client) -> None:
    Asset.objects.filter(pk=edna.pk).update(url="see the notice board")
    assert press(meena, edna, "step_free:yes") == 302
    page = read_on_the_sheet(meena)
    assert "Nothing was written down: something else on “Whist” is not right. Enter a valid URL." in page
    assert "put that right and publish it, then press here again." in page
    asset = Asset.objects.get(pk=edna.pk)
    assert (asset.access_facts.exists(), asset.revisions.exists(), state_of(edna)) == (False, False, "open")


@pytest.mark.parametrize(
    ("known", "status"), [("step_free:perhaps", 404), ("what:yes", 404), ("step_free:unsure", 302)]
)
def test_what_a_connector_may_press(edna: Asset, meena: Client, known: str, status: int) -> None:
    assert press(meena, edna, known) == status
    assert facts_in_draft(edna) == {}
    assert state_of(edna) == ("unsure" if status == 302 else "open")


def test_somebody_who_does_not_keep_it_any_more_is_told_of_nothing(edna: Asset, meena: Client) -> None:
    Contact.objects.all().delete()
    press(meena, edna, "step_free:yes")
    assert "They do not keep this listing any more." in read_on_the_sheet(meena)
    assert facts_in_draft(edna) == {}


@pytest.mark.parametrize("known", ["yes", "unsure"])
def test_a_listing_that_was_taken_down_stays_down(edna: Asset, meena: Client, known: str) -> None:
    withdraw_asset(asset=edna, by=None, reason="The hall has closed.")
    press(meena, edna, f"step_free:{known}")
    assert "This listing is not out any more. Nothing was changed." in read_on_the_sheet(meena)
    asset = Asset.objects.get(pk=edna.pk)
    assert (asset.live, asset.access_facts.exists(), state_of(edna)) == (False, False, "open")
