"""The questions that are asked where a text leaves a doubt, in plain words.

Invariant: every question quotes what was written or names what is missing, so that it can be answered by itself.
"""

from __future__ import annotations

from typing import Final

WHEN: Final = "Which days is it on, and at what time?"
WHICH_DAYS: Final = "Which days is it on?"
CLOSED: Final = "Is it closed for now, or for good? If not, when is it open?"
BIWEEKLY: Final = "Is “{}” twice a week, or every other week?"
HOW_OFTEN: Final = "How often is “{}”? Say which day, such as the first Tuesday of the month."
WHICH_WEEK: Final = "Which week of the month is it? The first or the last, say."
LUNCH: Final = "From when to when is it closed for lunch?"
WHO: Final = "Does “{}” go for all of these times, or for the last one only?"
SCHOOL: Final = "Which dates are meant by “{}”?"
DATE: Final = "Which dates are meant by “{}”?"
NUMBER: Final = "What does “{}” mean? If it is a time, write it like this: 1.30pm."
STRANGE: Final = "We do not know what “{}” means. Say it another way."
NO_START: Final = "It ends at {}. When does it start?"
MORNING: Final = "Is {} in the morning or in the afternoon or evening?"
NOON: Final = "Is 12am in “{}” noon or midnight?"
TWICE: Final = "Is it on from {} to {}, or at both times?"
ROUND: Final = "Does “{}” start and end the right way round?"
WHAT_TIME: Final = "At what time is it on {}?"
DAYS_OF: Final = "Which days is it on at {}?"
SECOND: Final = "Is “{}” the one of the month, or every few weeks?"
EITHER: Final = "Is it “{}” every time, or one or the other?"
WEEKDAY: Final = "{} is a {}, not a {}. Which is right?"
NO_DATE: Final = "There is no such day as “{}”. Which date is meant?"
OVER: Final = "{} is over. When is the next one?"
FORTNIGHT: Final = "Is the next one on {} or on {}?"
SEVERAL: Final = "When is the next one? It is on every {} weeks."
MIXED: Final = "Which week of the month goes with which day in “{}”?"
SAME_DAY: Final = "On {} it says {} and also {}. Are both right?"
TOO_LONG: Final = "This is too long to read. Write the days and times alone."
LENGTH: Final = 60


def quoted(question: str, *texts: str) -> str:
    """The question with what was written in it, shortened where it is long."""
    return question.format(*(text if len(text) <= LENGTH else text[: LENGTH - 1] + "…" for text in texts))
