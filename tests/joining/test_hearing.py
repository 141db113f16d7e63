"""When a group is on, in its own words: times to keep and no question, or a question and no times."""

from datetime import date

import pytest

from connector.joining.hearing import hear

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("every Tuesday 1.30 till 3.30", {"rhythm": "weekly", "days": ["TU"], "first": "2026-12-01"}),
        ("10-12 Thursdays", {"rhythm": "weekly", "days": ["TH"], "first": "2026-12-03"}),
        ("last Friday of the month, 10 to 12", {"rhythm": "monthly", "weeks_of_month": [-1], "first": "2026-12-25"}),
        ("every other Tuesday 2pm, next one 8 December", {"rhythm": "fortnightly", "first": "2026-12-08"}),
        ("Mondays 4-5pm, term time only", {"rhythm": "weekly", "term_time": True}),
        ("Tuesdays 2-4pm, not 8 December", {"closed": ["2026-12-08"]}),
    ],
)
def test_what_is_clear_is_kept(text: str, kept: dict[str, object]) -> None:
    heard = hear(text, TODAY)
    assert heard.questions == ()
    assert [{name: each[name] for name in kept} for each in heard.times] == [kept]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("every other Tuesday 1.30 till 3.30, not August", "Is the next one on Tuesday 1 December"),
        ("Tuesday 6-8", "in the morning or"),
        ("whenever we feel like it", "Which days is it on, and at what time?"),
        ("April to October, Sundays 2-4pm", "Say from which date until which date"),
        ("24 hours", "from when till when"),
        ("by appointment", "tick that it has no fixed times"),
    ],
)
def test_what_is_not_is_asked(text: str, question: str) -> None:
    heard = hear(text, TODAY)
    assert not heard.times
    assert question in " ".join(heard.questions)
