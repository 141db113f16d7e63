"""What a session says while somebody fills it in."""

from datetime import date, time

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.schedules import EducationAuthorityFactory, TermFactory
from tests.factories.users import UserFactory

TUESDAY = {"rhythm": "weekly", "days": ["TU"], "start": "1.30pm", "end": "3.30pm", "first": "2026-01-06"}


@pytest.fixture(autouse=True)
def _today():
    """The Tuesday before the Story's first Wednesday."""
    with time_machine.travel("2026-12-08 09:00", tick=False):
        yield


@pytest.fixture
def ask(desk):
    def asked(**fields):
        answer = desk.post(reverse("cms_next_dates"), {**TUESDAY, **fields})
        assert answer.status_code == 200
        return answer.json()

    return asked


def days(answer):
    return [item["day"] for item in answer["dates"] if not item["off"]]


class TestDates:
    def test_a_sentence_and_four_real_dates(self, ask):
        answer = ask()
        assert answer["sentence"] == "Every Tuesday, 1.30 to 3.30pm, not on bank holidays"
        assert days(answer) == ["Tue 8 Dec", "Tue 15 Dec", "Tue 22 Dec", "Tue 29 Dec"]
        assert answer["dates"][0]["time"] == "1.30 to 3.30pm"
        assert answer["problems"] == []

    def test_every_other_week_keeps_step_with_its_first_day(self, ask):
        answer = ask(rhythm="fortnightly", on_bank_holidays="on")
        assert answer["sentence"] == "Every other Tuesday, 1.30 to 3.30pm"
        assert days(answer) == ["Tue 8 Dec", "Tue 22 Dec", "Tue 5 Jan", "Tue 19 Jan"]

    def test_closed_and_extra_days(self, ask):
        answer = ask(closed="22 December 2026\nFri 1 Jan 2027", extra="2026-12-23")
        assert days(answer) == ["Tue 8 Dec", "Tue 15 Dec", "Wed 23 Dec", "Tue 29 Dec"]

    def test_bank_holidays(self, ask):
        fields = {"days": ["FR"], "first": "2026-01-02"}
        assert "Fri 25 Dec" not in days(ask(**fields))
        assert "Fri 25 Dec" in days(ask(**fields, on_bank_holidays="on"))

    def test_of_the_nation_that_the_council_is_in(self, ask, settings):
        fields = {"days": ["MO"], "first": "2026-01-05", "until": "2027-01-31"}
        settings.CONNECTOR_NATION = "SCT"
        assert days(ask(**fields, closed="14 December 2026"))[:2] == ["Mon 21 Dec", "Mon 11 Jan"]

    def test_one_that_is_called_off_is_shown_with_why(self, ask):
        answer = ask(cancelled="15 December 2026: boiler broken")
        assert answer["dates"][1] == {
            "day": "Tue 15 Dec",
            "time": "1.30 to 3.30pm",
            "off": True,
            "why": "boiler broken",
        }
        assert len(days(answer)) == 4

    def test_one_that_is_called_off_on_another_day_is_pointed_out(self, ask):
        note = ask(cancelled="16 December 2026: boiler broken\n15 December 2026")["note"]
        assert note == "Wednesday 16 December 2026 is called off, but it is not one of its days."

    def test_term_time(self, ask):
        authority = EducationAuthorityFactory()
        TermFactory(authority=authority, starts=date(2026, 11, 2), ends=date(2026, 12, 18))
        TermFactory(authority=authority, starts=date(2027, 1, 4), ends=date(2027, 2, 12))
        answer = ask(term_time="on", authority=authority.pk)
        assert days(answer) == ["Tue 8 Dec", "Tue 15 Dec", "Tue 5 Jan", "Tue 12 Jan"]
        assert answer["note"] == ""

    def test_term_time_without_terms_says_so(self, ask):
        answer = ask(term_time="on", authority=EducationAuthorityFactory().pk)
        assert "Term dates not known" in answer["note"]

    def test_none_ahead(self, ask):
        assert "No dates in the coming year" in ask(until="2026-02-01")["note"]

    def test_a_time_past_midnight_and_no_end(self, ask):
        assert ask(start="22:00", end="1am")["dates"][0]["time"] == "10pm to 1am"
        assert ask(end="")["dates"][0]["time"] == "1.30pm"


class TestProblems:
    @pytest.mark.parametrize(
        ("fields", "field", "words"),
        [
            ({"days": []}, "days", "Choose at least one day"),
            ({"rhythm": "monthly"}, "weeks_of_month", "at least one week"),
            ({"rhythm": "fortnightly", "first": "2026-01-05"}, "first", "not one of the days chosen"),
            ({"until": "2025-12-01"}, "until", "on or after"),
            ({"start": ""}, "start", "Say when it starts"),
            ({"start": "half past"}, "start", "is not a time"),
            ({"start": "1.30"}, "start", "morning or the afternoon"),
            ({"end": "1.30pm"}, "end", "ends when it starts"),
            ({"first": ""}, "first", "Give a date"),
            ({"closed": "Christmas"}, "closed", "“Christmas” is not a date"),
            ({"cancelled": "boiler"}, "cancelled", "has no date"),
            ({"closed": "2026-12-15", "extra": "2026-12-15"}, "extra", "both closed and extra"),
            ({"term_time": "on"}, "authority", "whose school terms"),
            ({"rhythm": "yearly"}, "rhythm", "yearly"),
        ],
    )
    def test_stand_by_their_field_and_say_what_to_do(self, ask, fields, field, words):
        answer = ask(**fields)
        assert [problem["field"] for problem in answer["problems"]] == [field]
        assert words in answer["problems"][0]["message"]
        assert answer["dates"] == []


class TestDoor:
    @pytest.mark.parametrize("role", ["Workers", "Managers", None])
    def test_only_for_those_who_change_assets(self, browser_of, role):
        answer = browser_of(UserFactory(role=role)).post(reverse("cms_next_dates"), TUESDAY, follow=True)
        assert answer.status_code == 403

    def test_somebody_in_the_admin_for_another_reason_is_turned_away(self, browser_of):
        browser = browser_of(UserFactory(role="Editors"))
        answer = browser.post(reverse("cms_next_dates"), TUESDAY, headers={"X-Requested-With": "XMLHttpRequest"})
        assert answer.status_code == 403

    def test_post_only(self, desk):
        assert desk.get(reverse("cms_next_dates"), TUESDAY).status_code == 405

    def test_writes_nothing(self, desk, ask):
        with CaptureQueriesContext(connection) as captured:
            ask()
        assert {query["sql"].split()[0] for query in captured} == {"SELECT"}


def test_times_are_those_of_the_field(ask):
    assert ask(start=time(13, 30).isoformat("minutes"))["sentence"].startswith("Every Tuesday, 1.30")
