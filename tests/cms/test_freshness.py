"""How fresh a listing is, as a table."""

from datetime import date, timedelta

import pytest

from cms.freshness import NEVER_CONFIRMED, NOT_MET, STALE_DAYS, Freshness, freshness, is_stale

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("confirmed_on", "confirmed_by", "words", "stale"),
    [
        (date(2026, 11, 16), "Maureen", "Maureen said this was right on 16 November.", False),
        (TODAY, "Maureen", "Maureen said this was right today.", False),
        (date(2026, 11, 23), "the librarian", "The librarian said this was right yesterday.", False),
        (date(2026, 5, 8), "Ken", "Ken said this was right on 8 May.", False),
        (date(2026, 5, 7), "Ken", "Not confirmed since May. Ring before you go.", True),
        (date(2026, 3, 2), "Ken", "Not confirmed since March. Ring before you go.", True),
        (date(2025, 12, 2), "Ken", "Not confirmed since December 2025. Ring before you go.", True),
        (date(2025, 3, 2), "Ken", "Not confirmed since March 2025. Ring before you go.", True),
        (date(2026, 11, 20), "", "They said this was right on 20 November.", False),
    ],
)
def test_who_said_so_and_when(confirmed_on: date, confirmed_by: str, words: str, stale: bool) -> None:
    assert freshness(confirmed_on=confirmed_on, confirmed_by=confirmed_by, met=True, today=TODAY) == Freshness(
        words, stale
    )


def test_one_that_nobody_has_met_says_so_quietly() -> None:
    assert freshness(confirmed_on=None, confirmed_by="", met=False, today=TODAY) == Freshness(NOT_MET, stale=False)


def test_one_that_we_know_and_nobody_ever_confirmed_says_what_to_do() -> None:
    assert freshness(confirmed_on=None, confirmed_by="", met=True, today=TODAY) == Freshness(
        NEVER_CONFIRMED, stale=True
    )


def test_a_confirmation_counts_though_we_have_not_met_them() -> None:
    said = freshness(confirmed_on=date(2026, 11, 1), confirmed_by="Aisha", met=False, today=TODAY)
    assert said.words == "Aisha said this was right on 1 November."


@pytest.mark.parametrize(("days", "stale"), [(0, False), (STALE_DAYS, False), (STALE_DAYS + 1, True), (-3, False)])
def test_when_it_turns_stale(days: int, stale: bool) -> None:
    assert is_stale(TODAY - timedelta(days=days), TODAY) is stale
