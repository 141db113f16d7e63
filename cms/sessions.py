"""From the sessions as they are kept to the values that `cms.schedule` reckons with, and on to real dates.

Invariant: reads what is prefetched and asks for nothing else. What a session keeps may be wrong (an old import), and
then it has no dates rather than an error; forms check it before it is kept.
"""

import heapq
from collections.abc import Iterable
from datetime import date, datetime
from itertools import islice

from cms.models import Session
from cms.schedule.exceptions import Exceptions, Nation, Terms
from cms.schedule.occurrences import Occurrence, occurrences
from cms.schedule.rhythm import Rhythm, RhythmProblem


def rhythm_of(session: Session) -> Rhythm | None:
    """Its rhythm; None where what is kept makes none."""
    try:
        return Rhythm(
            kind=session.rhythm,  # type: ignore[arg-type]  # checked by Rhythm
            days=tuple(session.days),
            weeks_of_month=tuple(session.weeks_of_month),
            first=session.first,
            until=session.until,
            start=session.start,
            end=session.end,
        )
    except (RhythmProblem, TypeError):
        return None


def exceptions_of(session: Session) -> Exceptions:
    """The days on which its rhythm does not hold. A date that is both closed and extra is closed."""
    closed = frozenset(_dates(session.closed))
    return Exceptions(
        closed=closed,
        extra=frozenset(_dates(session.extra)) - closed,
        cancelled={day: str(session.cancelled[text]) for text in session.cancelled for day in _dates([text])},
        bank_holidays="on" if session.on_bank_holidays else "off",
        term_time=session.term_time,
    )


def terms_of(session: Session) -> Terms | None:
    """The school terms that it keeps to; None where it keeps to none, or nobody has entered any."""
    if not session.term_time or session.authority is None:
        return None
    ranges = tuple((term.starts, term.ends) for term in session.authority.terms.all() if term.starts <= term.ends)
    return Terms(ranges) if ranges else None


def next_occurrences(
    sessions: Iterable[Session],
    now: datetime,
    limit: int = 4,
    *,
    nation: Nation = "ENG",
    horizon_days: int = 400,
    include_cancelled: bool = False,
) -> tuple[Occurrence, ...]:
    """The next real dates of an asset's sessions (`asset.sessions.all()`) together, earliest first; at most `limit`.

    With `include_cancelled`, those that were called off are among them and count.
    """
    found = [
        occurrences(
            rhythm,
            exceptions_of(session),
            since=now,
            terms=terms_of(session),
            nation=nation,
            limit=limit,
            horizon_days=horizon_days,
            include_cancelled=include_cancelled,
        )
        for session in sessions
        if (rhythm := rhythm_of(session)) is not None
    ]
    return tuple(islice(heapq.merge(*found, key=lambda occurrence: occurrence.start), limit))


def _dates(texts: Iterable[str]) -> Iterable[date]:
    for text in texts:
        try:
            yield date.fromisoformat(text)
        except (TypeError, ValueError):
            continue
