"""Times that stand in columns of their own (day, opens, closes; FREQ and BYDAY; a column for each day) as sessions.

Invariant: pure; what makes no certain session comes back as words, with nothing of it lost. Rules are those of
RFC 5545; a rule with parts that a session cannot say (BYMONTH, BYSETPOS) stays words.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time

from cms.imports.drafts import SINCE_EVER, SessionDraft
from cms.imports.times.dates import read_date
from cms.imports.times.spoken import sessions_in
from cms.imports.values import flag
from cms.schedule.rhythm import WEEKDAYS, Rhythm, RhythmProblem
from cms.schedule.spoken.clock import exactly, said, span

DAY_NAMES = {"mo": "Monday", "tu": "Tuesday", "we": "Wednesday", "th": "Thursday", "fr": "Friday", "sa": "Saturday",
             "su": "Sunday"}  # fmt: skip
FIELDS = ("day", "starts", "ends", "time", "frequency", "interval", "byday", "rrule", "first_date", "last_date",
          "term_time", *DAY_NAMES)  # fmt: skip
Values = Mapping[str, Sequence[str]]
Times = tuple[tuple[SessionDraft, ...], str]

_TERM = re.compile(r"(?:runs? )?(?:in |during )?(?:school )?term[ -]?times?(?: only)?\.?")
_BYDAY = re.compile(r"([+-]?[1-5])?\s*(MO|TU|WE|TH|FR|SA|SU)")
_CLOSED = frozenset("closed close none n/a - x no off shut ar gau".split())
_WEEKLY = frozenset(("", "weekly", "every week", "week", "once a week", "each week", "regular", "1", "weekly event"))
_DAILY = frozenset(("daily", "every day", "everyday"))
_MONTHLY = frozenset(("monthly", "every month", "month", "once a month"))
_FORTNIGHTLY = frozenset(
    ("fortnightly", "every other week", "every two weeks", "every 2 weeks", "biweekly", "bi-weekly")
)
_ONCE = frozenset(("once", "one off", "one-off", "oneoff", "single", "once only"))


def sessions_of(values: Values) -> Times:
    """(sessions, words) of one row. `values`: fields of `FIELDS` -> what their columns say."""
    got = {field: " ".join(" ".join(texts).split()) for field, texts in values.items() if any(map(str.strip, texts))}
    beside = got.pop("schedule", "")
    if _TERM.fullmatch(beside.casefold()) and got:
        got["term_time"], beside = "yes", ""
    sessions, told = _read(values, got)
    if beside and not got and (spoken := sessions_in(beside)):
        return spoken, told
    return sessions, "; ".join(filter(None, (told, beside)))


def _read(values: Values, got: Mapping[str, str]) -> Times:
    week = _week({code: [text for text in values[code] if text.strip()] for code in DAY_NAMES if code in got})
    rest = {field: text for field, text in got.items() if field not in DAY_NAMES}
    if not rest.keys() & {"day", "starts", "ends", "time", "byday", "rrule"}:
        if (
            not week[0]
            and not week[1]
            and rest.keys() & {"first_date"}
            and not rest.keys() - {"first_date", "last_date"}
        ):
            return (), _words(rest)
        return _bounded(week, rest)
    found = _structured(rest)
    if found is None:
        return week[0], "; ".join(filter(None, (week[1], _words(rest))))
    return week[0] + found, week[1]


def _week(days: Mapping[str, Sequence[str]]) -> Times:
    """A column (or two: opens, closes) for each day."""
    found: list[SessionDraft] = []
    words, unsure = [], False
    for code, texts in days.items():
        text = " - ".join(texts) if len(texts) == 2 and all(said(each) for each in texts) else ", ".join(texts)
        if text.casefold().strip(" .") in _CLOSED or all(each.casefold().strip(" .") in _CLOSED for each in texts):
            continue
        words.append(f"{DAY_NAMES[code]} {text}")
        sessions = _pair(code, texts) or sessions_in(f"{DAY_NAMES[code]} {text}")
        unsure |= not sessions
        found += sessions
    return ((), "; ".join(words)) if unsure else (_merged(found), "")


def _pair(code: str, texts: Sequence[str]) -> list[SessionDraft]:
    if len(texts) != 2:
        return []
    first, second = said(texts[0]), said(texts[1])
    times = span(first, second) if first and second else None
    return [SessionDraft("weekly", (code.upper(),), *times)] if times else []


def _merged(sessions: Sequence[SessionDraft]) -> tuple[SessionDraft, ...]:
    """Days of the same times are one session."""
    days: dict[tuple[time, time | None, bool], list[str]] = {}
    other = []
    for each in sessions:
        if each.rhythm == "weekly":
            days.setdefault((each.start, each.end, each.term_time), []).extend(each.days)
        else:
            other.append(each)
    merged = [
        SessionDraft("weekly", tuple(day for day in WEEKDAYS if day in names), start, end, term_time=term)
        for (start, end, term), names in days.items()
    ]
    return (*merged, *other)


def _bounded(week: Times, rest: Mapping[str, str]) -> Times:
    """Sessions of the week within the dates that the row gives."""
    first, until = _bounds(rest)
    term = flag(rest.get("term_time")) is True
    sessions = tuple(replace(each, first=first, until=until, term_time=each.term_time or term) for each in week[0])
    if sessions and not all(map(_holds, sessions)):
        return (), "; ".join(filter(None, (week[1], _words(rest))))
    return sessions, week[1]


def _structured(got: Mapping[str, str]) -> tuple[SessionDraft, ...] | None:
    """The sessions of day, times and rule; None where they leave a doubt."""
    first, until = _bounds(got)
    if "first_date" in got and read_date(got["first_date"]) is None:
        return None
    if "day" in got and "time" in got and not _says_rule(got):
        return _bounded((sessions_in(f"{got['day']} {got['time']}"), ""), got)[0] or None
    rule = _rule(got)
    if rule is None:
        return None
    rhythm, days, weeks = rule
    if rhythm == "weekly" and not days:
        if first == SINCE_EVER:
            return None
        # A date alone is one day; with a rule that names no day, RFC 5545 takes the day of the first date.
        rhythm, days = (
            ("once", ()) if not _says_rule(got) and until in (None, first) else (rhythm, (WEEKDAYS[first.weekday()],))
        )
    if rhythm in ("fortnightly", "once") and first == SINCE_EVER:
        return None
    term = flag(got.get("term_time")) is True
    times = _times(got)
    if not times:
        return None
    drafts = tuple(
        SessionDraft(rhythm, days, start, end, weeks, first, None if rhythm == "once" else until, term)
        for start, end in times
    )
    return drafts if all(map(_holds, drafts)) else None


def _says_rule(got: Mapping[str, str]) -> bool:
    return bool(got.keys() & {"frequency", "rrule", "byday"})


def _rule(got: Mapping[str, str]) -> tuple[str, tuple[str, ...], tuple[int, ...]] | None:
    """(rhythm, days, weeks of the month)."""
    parts = _rule_parts(got)
    if parts is None:
        return None
    how, interval = parts.get("FREQ", "").casefold(), parts.get("INTERVAL", "1") or "1"
    byday = parts.get("BYDAY", "")
    days, weeks = _byday(byday) if byday else ((), ())
    if byday and not days:
        return None
    if "day" in got:
        spoken = _spoken_days(got["day"])
        if spoken is None:
            return None
        days, weeks = days or spoken[0], weeks or spoken[1]
    if how in _DAILY and interval == "1":
        return ("weekly", days, ()) if days and len(days) < 7 else ("daily", (), ())
    if how in _FORTNIGHTLY or (how in _WEEKLY and interval == "2"):
        return ("fortnightly", days, ()) if days and not weeks else None
    if how in _MONTHLY and interval == "1":
        return ("monthly", days, weeks) if days and weeks else None
    if how in _ONCE:
        return "once", (), ()
    if how in _WEEKLY and interval == "1":
        return ("monthly", days, weeks) if weeks else ("weekly", days, ())
    return None


def _rule_parts(got: Mapping[str, str]) -> dict[str, str] | None:
    parts = {}
    if rule := got.get("rrule", "").upper().removeprefix("RRULE:"):
        pairs = [piece.partition("=") for piece in rule.split(";") if piece]
        if any(name not in ("FREQ", "INTERVAL", "BYDAY", "WKST", "UNTIL") for name, _, _ in pairs):
            return None
        parts = {name: value for name, _, value in pairs}
        if "UNTIL" in parts and "last_date" not in got:
            return None
    for field, name in (("frequency", "FREQ"), ("interval", "INTERVAL"), ("byday", "BYDAY")):
        if field in got and name not in parts:
            parts[name] = got[field].upper()
    return parts


def _byday(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    days, weeks = [], []
    for piece in re.split(r"[,;\s]+", text.upper().strip("[]")):
        found = _BYDAY.fullmatch(piece.strip("'\""))
        if found is None:
            return (), ()
        days.append(found[2])
        if found[1]:
            weeks.append(int(found[1]))
    if (
        (weeks and len(weeks) != len(days))
        or not set(weeks) <= {1, 2, 3, 4, -1}
        or (weeks and len(set(days)) > 1 < len(set(weeks)))
    ):
        return (), ()
    return tuple(day for day in WEEKDAYS if day in days), tuple(week for week in (1, 2, 3, 4, -1) if week in weeks)


def _spoken_days(text: str) -> tuple[tuple[str, ...], tuple[int, ...]] | None:
    """The days of a "day" column, read as a text with a time behind it. A bare number counts from who knows where."""
    found = sessions_in(f"{text} 10:00")
    if len(found) != 1 or found[0].term_time:
        return None
    return (WEEKDAYS if found[0].rhythm == "daily" else found[0].days), found[0].weeks_of_month


def _times(got: Mapping[str, str]) -> list[tuple[time, time | None]]:
    if "starts" in got:
        return _two(got["starts"], got.get("ends", ""))
    text = got.get("time", "")
    found = sessions_in(f"Monday {text}") if text else ()
    return [(each.start, each.end) for each in found if each.days == ("MO",) and not each.weeks_of_month]


def _two(opens: str, closes: str) -> list[tuple[time, time | None]]:
    """Opens and closes. A column of its own goes by the 24-hour clock, unless that would close before it opens."""
    first, second = said(opens), said(closes) if closes else None
    if first is None or (closes and second is None):
        return []
    start, end = exactly(opens), exactly(closes) if closes else None
    told = span(first, second)
    if first.half or (second and second.half) or not (first.sure or first.hour >= 9):
        return [told] if told else []
    if told and end and start and end <= start:
        return [told]
    return [(start, end)] if start and start != end else []


def _bounds(got: Mapping[str, str]) -> tuple[date, date | None]:
    first, until = read_date(got.get("first_date", "")), read_date(got.get("last_date", ""))
    return first or SINCE_EVER, until


def _holds(draft: SessionDraft) -> bool:
    try:
        Rhythm(draft.rhythm, draft.days, draft.weeks_of_month, draft.first, draft.until, draft.start, draft.end)  # type: ignore[arg-type]
    except RhythmProblem:
        return False
    return True


def _words(got: Mapping[str, str]) -> str:
    """What the columns say, as a person would put it in a line."""
    times = " to ".join(filter(None, (got.get("starts"), got.get("ends")))) or got.get("time", "")
    dates = " to ".join(filter(None, (got.get("first_date"), got.get("last_date"))))
    term = "in term time only" if flag(got.get("term_time")) is True else ""
    rule = " ".join(filter(None, (got.get("frequency", ""), got.get("byday", ""), got.get("rrule", ""))))
    return ", ".join(filter(None, (rule, got.get("day", ""), times, dates, term)))
