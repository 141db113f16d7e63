"""How fresh a listing is, as tables: from three facts to a state and a sentence."""

from datetime import date, timedelta

import pytest

from cms.freshness import (
    LATELY_DAYS,
    NEVER_CONFIRMED,
    NOT_MET,
    STALE_DAYS,
    UNASKED,
    Age,
    Facts,
    age_after,
    freshness,
    lately_since,
    stale_before,
    wants_asking,
)

TODAY = date(2026, 11, 24)  # a Tuesday
LATELY, OLDER, STALE, NEVER, NEW = Age.LATELY, Age.OLDER, Age.STALE, Age.NEVER, Age.NOT_MET


def ago(days: int | None) -> date | None:
    return None if days is None else TODAY - timedelta(days=days)


# Days since confirmed, by whom, days since it ran -> the state, the sentence.
TABLE = [
    (8, "Maureen", None, LATELY, "Maureen said this was right on 16 November."),
    (0, "Maureen", None, LATELY, "Maureen said this was right today."),
    (1, "the librarian", None, LATELY, "The librarian said this was right yesterday."),
    (4, "", None, LATELY, "They said this was right on 20 November."),
    (200, "Ken", None, OLDER, "Ken said this was right on 8 May."),
    (201, "Ken", None, STALE, "Not confirmed since May. Ring before you go."),
    (267, "Ken", None, STALE, "Not confirmed since March. Ring before you go."),
    (357, "Ken", None, STALE, "Not confirmed since December 2025. Ring before you go."),
    (632, "Ken", None, STALE, "Not confirmed since March 2025. Ring before you go."),
    (8, "Maureen", 0, LATELY, "Ran today. Maureen said this was right on 16 November."),
    (8, "Maureen", 1, LATELY, "Ran yesterday. Maureen said this was right on 16 November."),
    (8, "Maureen", 2, LATELY, "Ran last Sunday. Maureen said this was right on 16 November."),
    (8, "Maureen", 7, LATELY, "Ran last Tuesday. Maureen said this was right on 16 November."),
    (8, "Maureen", 10, LATELY, "Ran on 14 November. Maureen said this was right on 16 November."),
    (8, "Maureen", 91, LATELY, "Maureen said this was right on 16 November."),
    (267, "Ken", 7, LATELY, "Ran last Tuesday. The rest was not confirmed since March."),
    (267, "Ken", 90, LATELY, "Ran on 26 August. The rest was not confirmed since March."),
    (267, "Ken", 91, OLDER, "Last ran in August, as far as we know. Ring before you go."),
    (267, "Ken", 201, STALE, "Last ran in May, as far as we know. Ring before you go."),
    (267, "Ken", 300, STALE, "Not confirmed since March. Ring before you go."),
    (None, "", 7, LATELY, "Ran last Tuesday. Nobody has said yet that the rest is right."),
    (None, "", 100, OLDER, "Last ran in August, as far as we know. Ring before you go."),
    (None, "", 300, STALE, "Last ran in January, as far as we know. Ring before you go."),
    (None, "", None, NEVER, NEVER_CONFIRMED),
]


@pytest.mark.parametrize(("confirmed", "by", "ran", "age", "words"), TABLE)
def test_a_state_and_a_sentence(confirmed: int | None, by: str, ran: int | None, age: Age, words: str) -> None:
    found = freshness(Facts(ago(confirmed), by, ago(ran)), TODAY)
    assert (found.age, found.words) == (age, words)
    assert found.stale is (age in (STALE, NEVER))


def test_one_that_nobody_has_met_says_so_quietly_until_it_gives_a_sign() -> None:
    found = freshness(Facts(met=False), TODAY)
    assert (found.age, found.words, found.stale) == (NEW, NOT_MET, False)
    assert freshness(Facts(ago(23), "Aisha", met=False), TODAY).words == "Aisha said this was right on 1 November."
    assert freshness(Facts(ran_on=ago(1), met=False), TODAY).age is LATELY


def test_one_that_a_worker_told_of_is_not_vouched_for_by_a_run() -> None:
    found = freshness(Facts(ran_on=ago(1), unasked=True), TODAY)
    assert (found.words, found.stale, found.ran) == (UNASKED, True, "Ran yesterday.")


@pytest.mark.parametrize("changed", [0, 1, 40])
def test_a_change_is_told_apart_and_is_no_sign_of_life(changed: int) -> None:
    found = freshness(Facts(ago(267), "Ken", changed_on=ago(changed)), TODAY)
    assert (found.age, found.stale) == (STALE, True)
    assert found.changed == f"Last changed {['today', 'yesterday', 'on 15 October'][min(changed, 2)]}."
    assert "changed" not in found.words


DAYS = [-3, 0, LATELY_DAYS, LATELY_DAYS + 1, STALE_DAYS, STALE_DAYS + 1]


@pytest.mark.parametrize("days", DAYS)
def test_the_days_for_a_query_draw_the_same_line(days: int) -> None:
    day, age = TODAY - timedelta(days=days), age_after(days, met=True)
    assert (day >= lately_since(TODAY)) is (age is LATELY)
    assert (day < stale_before(TODAY)) is (age is STALE)


# Days since confirmed, days since it ran -> whether they are asked if it is right.
ASKED = [
    (None, None, True),
    (None, 1, True),
    (60, None, False),
    (61, None, True),
    (61, 60, False),
    (61, 61, True),
    (365, 1, False),
    (366, 1, True),
    (10, 300, False),
]


@pytest.mark.parametrize(("confirmed", "ran", "asked"), ASKED)
def test_a_run_puts_off_the_form_for_a_year_at_most(confirmed: int | None, ran: int | None, asked: bool) -> None:
    assert wants_asking(Facts(ago(confirmed), "Ken", ago(ran)), TODAY) is asked
