"""Opening times in free words as sessions, where they leave no doubt: "Tuesdays 10am-12noon term time only".

Invariant: pure; either every word is understood, or there are no sessions and the words stay as they are. Nothing is
guessed, nor taken that hangs on the day of the import: dates, seasons, "fortnightly", and words that we do not know.
"""

from functools import lru_cache

from cms.imports.drafts import SINCE_EVER, SessionDraft
from cms.schedule.spoken.as_rhythm import as_rhythm
from cms.schedule.spoken.opening_hours import BY_APPOINTMENT
from cms.schedule.spoken.reading import Reading, read
from cms.schedule.spoken.rules import Rule

LONGEST = 400
MOST = 21
_SAYS_NOTHING = frozenset(("drop", "dropin", "hrs"))


@lru_cache(maxsize=20_000)
def sessions_in(text: str) -> tuple[SessionDraft, ...]:
    """The sessions of a text, or none."""
    if not text.strip() or len(text) > LONGEST:
        return ()
    reading = read(text, SINCE_EVER)
    if not _is_certain(reading):
        return ()
    found = [_draft(rule) for rule in reading.rules]
    sure = tuple(draft for draft in found if draft)
    return sure if len(sure) == len(found) <= MOST else ()


def _is_certain(reading: Reading) -> bool:
    """No question, no word that was not read, and nothing besides days, times, terms and bank holidays."""
    if reading.questions or set(reading.unread) - _SAYS_NOTHING:
        return False
    by_appointment = bool(reading.by_appointment) or reading.otherwise == BY_APPOINTMENT
    return not by_appointment and not any(
        rule.first or rule.until or rule.off or rule.appointment for rule in reading.rules
    )


def _draft(rule: Rule) -> SessionDraft | None:
    told = as_rhythm(rule, SINCE_EVER)
    if told is None:
        return None
    rhythm, exceptions = told
    return SessionDraft(
        rhythm=rhythm.kind,
        days=rhythm.days,
        weeks_of_month=rhythm.weeks_of_month,
        start=rhythm.start,
        end=rhythm.end,
        term_time=exceptions.term_time,
        on_bank_holidays=exceptions.bank_holidays == "on",
    )
