"""When a note says that somebody is free: days and parts of the day, hours, what the time hangs on, and what is out.

Invariant: pure; what is out becomes the slots that remain, as a limit upon the others ("not Fridays", "after four"). A
part without a day means every day, a day without a part all of it. Places are in the words given.
"""

import re
from collections.abc import Iterator
from typing import Final

from search.types import DAYS, PARTS
from search.understanding.reading import When

ALL: Final = frozenset(f"{day}-{part}" for day in DAYS for part in PARTS)
_FULL = "|".join(f"{name}s?" for name in "monday tuesday wednesday thursday friday saturday sunday".split())
# "sat", "sun", "wed" and "mon" are words of their own: short days count with a capital, or where no word is like them.
_SHORT = (
    r"(?-i:Mons?|Tues?|Tue|Weds?|Thurs?|Thur?|Fri|Fris|Sats?|Suns?|MON|TUES?|WED|THURS?|FRI|SAT|SUN|tues|weds|"
    r"thurs?|fri)"
)
_DAY = rf"(?:{_FULL}|{_SHORT})(?![\w'’]|\.?\s*\d)"
_PART = (
    r"(?:mornings?|afternoons?|evenings?|a\.?m\.?s?(?![\w'’])|p\.?m\.?s?(?![\w'’])|nights?|eves?|aft\b|"
    r"lunch ?times?|tea ?times?|"
    r"dinner ?times?)"
)
_SPAN = rf"(?:{_DAY})\s?(?:-|–|to|till|through)\s?(?:{_DAY})"
_SOME = r"(?:week ?days?|week ?ends?|(?:in the |during the )?day ?times?|in the day|during the day|through the day)"
_UNIT = (
    rf"(?:(?:{_SPAN}|{_DAY}|week ?days?|week ?ends?)(?:\s(?:in the )?{_PART})?|(?:late |early |mid[- ]?)?"
    rf"(?:mornings?|afternoons?|evenings?)|{_SOME})"
)
_LIST = rf"{_UNIT}(?:\s?(?:,|/|&|\+|\band\b|\bor\b|\bnor\b)\s?(?:on |in the |at )?{_UNIT})*"
_ON = r"(?:on |at |in (?:the )?|for |of (?:an? )?|a |any |the )*"
_OUT = re.compile(
    rf"\b(?:(?:any|every)\s?(?:day|time|night)s? (?:but|except|bar|apart from|other than|save)|except(?:ing)?(?: for)?|"
    rf"apart from|other than|but not|bar|avoid(?:ing|s)?|(?:can ?not|can['’]?t|cannae|won['’]?t|does ?n['’]?t|"
    rf"don['’]?t|"
    rf"dinnae|unable to|could ?n['’]?t|never) (?:do|make|manage|come|go|get|be out)|no good|busy|not (?:free|"
    rf"available|possible|"
    rf"good|there|around)|not|never|no) {_ON}(?P<units>{_LIST})\b",
    re.IGNORECASE,
)
_OUT_BEHIND = re.compile(
    rf"\b(?P<units>{_LIST})\s?(?:is |are |['’]s |r )?(?:no good|no use|not (?:good|possible|free|available|on|"
    rf"great|so good)|"
    rf"never|out\b(?! and)|bad|hard|difficult|taken|busy|impossible)\b",
    re.IGNORECASE,
)
_HOUR = (
    r"(?P<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|dark)"
    r"(?:[:.]?(?P<past>[0-5]\d))?(?:\s?(?P<half>a\.?m|p\.?m)\b\.?|\s?o['’]?clock|\s?-?ish|\sin the (?:morning|"
    r"afternoon))*"
)
_NUMBERS = {
    name: hour
    for hour, name in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
} | {"noon": 12, "midday": 12}
# What follows a number that is no hour: "after 4 weeks", "before 10 falls".
_IS_HOUR = (
    r"(?=\s*(?:[.,;:)\n\"”]|$|on\b|most\b|any\b|because|as\b|and\b|or\b|when\b|if\b|so\b|but\b|only\b|"
    r"best\b|please|at the))"
)
_CLOCK = re.compile(
    rf"\b(?P<way>not before|not after|n['’]?t before|nothing before|nothing after|never before|never after|"
    rf"no earlier than|"
    rf"no later than|(?:awake|up|ready|dressed|home|about) (?:after|by|from)|(?:fine|best|good|better|free|"
    rf"ok) (?:after|before|by|from|until|till?)|"
    rf"any ?time after|any ?time before|after|before|from|until|till?|by) {_HOUR}{_IS_HOUR}",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"\b(?:not (?:too )?early(?! (?:onset|in (?:her|his|the)))|not first thing|nothing early|no early (?:starts?|"
    r"mornings?)|late starts?|"
    r"slow (?:starter|riser))\b",
    re.IGNORECASE,
)
_CHILD = (
    r"(?:he|she|they|baby|bairn|bairns|the bairn|the baby|the kids|kids|the wee one|little one|the boys|"
    r"the girls|children)"
)
_AWAY = (
    r"(?:nursery|school|work|playgroup|college|day ?care|pre-?school|childminder['’]?s?|(?:the )?day centre|"
    r"his dad['’]?s|her dad['’]?s)"
)
_WEEKDAY_DAY = frozenset(f"{day}-{part}" for day in DAYS[:5] for part in PARTS[:2])


def _of(days: tuple[str, ...], *parts: str) -> frozenset[str]:
    return frozenset(f"{day}-{part}" for day in days for part in parts)


_ROUTINES: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), slots)
    for pattern, slots in (
        (
            rf"(?:when|while|whilst) {_CHILD}(?:['’]?s|\s?(?:is|are|re))? (?:at|in) {_AWAY}|school hours|school day|"
            rf"(?:in |during )?term[- ]?time(?: only)?|(?:between|after|before) (?:the )?school runs?|nursery hours",
            _WEEKDAY_DAY,
        ),
        (r"after (?:school|college)", _of(DAYS[:5], "afternoon", "evening")),
        (
            r"after (?:work|tea|supper|(?:the )?bath ?time)|once (?:he|she|they|i|partner)(?:['’]?s| is| am|"
            r"['’]m) (?:home|back|in) from "
            r"work",
            _of(DAYS, "evening"),
        ),
        (r"early evenings?", _of(DAYS, "evening")),
        (r"after (?:(?:my|his|her|their) )?(?:lunch|dinner|nap)|(?:late|early) afternoons?", _of(DAYS, "afternoon")),
        (
            r"before (?:lunch|dinner|noon|midday)|(?:mid[- ]?|late |early )mornings?|after breakfast|"
            r"after (?:the )?carers"
            r"(?: have| ve)?(?: been| gone)?",
            frozenset(),
        ),
        (
            r"(?:between|around|round|after) (?:the )?(?:feeds?|naps?|shifts|calls|dialysis|treatments?)|"
            r"after (?:(?:morning|friday|evening|midday|his|her) )?(?:prayers?|mass|mosque|chapel|church|service|"
            r"milking)|"
            r"school holidays?|"
            r"(?:when|while) (?:the |my |his |her )?(?:\w+ ){1,2}(?:is |['’]?s )?(?:asleep|sleeping|napping|"
            r"in the house|off shift|"
            r"on days|sits|can sit)|(?:his|her|my|their) (?:days?|nights?) off|on (?:a )?rest days?|"
            r"(?<!for )(?<!half )an hour|two hours|a couple of "
            r"hours|a few hours|(?<!for )half a day",
            frozenset(),
        ),
        (r"(?:a couple of|two|one|a few|some|any|most|alternate|a) (?:mornings?)(?: a week)?", _of(DAYS, "morning")),
        (
            r"(?:a couple of|two|one|a few|some|any|most|alternate|an) (?:afternoons?)(?: a week)?",
            _of(DAYS, "afternoon"),
        ),
        (r"(?:a couple of|one|a few|some|any|most|alternate|an) (?:evenings?)(?: a week)?", _of(DAYS, "evening")),
        (
            r"(?:(?<!\w )ams? (?:only|best|is best|ideal)|(?:prefers?|only|best(?: in)?(?: the)?|better(?: in)?|"
            r"free|any) ams?)",
            _of(DAYS, "morning"),
        ),
        (
            r"(?:(?<!\w )pms? (?:only|best|is best|ideal)|(?:prefers?|only|best(?: in)?(?: the)?|better(?: in)?|"
            r"free|any) pms?)",
            _of(DAYS, "afternoon"),
        ),
    )
)


# A stretch without any of these says nothing of time: looked at first, since most sentences say nothing.
_HINT = re.compile(
    r"day|morning|noon|evening|night|\beves?\b|\baft\b|week|\b[ap]\.?m|\b(?:mon|tue|wed|thu|fri|sat|sun)|"
    r"(?:after|before|from|until|till?|by|than) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|mid)|"
    r"\bearly|first thing|late start|slow (?:start|ris)|school|term|nursery|feeds?\b|\bnaps?\b|shift|sleep|napping|"
    r"pray|mass\b|"
    r"mosque|chapel|church|service|milking|hour|half a|\btea\b|teatime|lunch|dinner|supper|work|bath|breakfast|"
    r"carers|college|play ?group|"
    r"day ?care|childminder|(?:his|her) dad|dialysis|calls|treatment|in the house|sits|can sit",
    re.IGNORECASE,
)


def spoken(said: str) -> Iterator[When]:
    """What is said of time, never two for the same words, in no order: whether it is a wish is not asked here."""
    if not _HINT.search(said):
        return
    taken: list[tuple[int, int]] = []
    for each in (*_outs(said), *_clocks(said), *_routines(said), *_units(said)):
        if not any(each.start < last and first < each.end for first, last in taken):
            taken.append((each.start, each.end))
            yield each


def _outs(said: str) -> Iterator[When]:
    for pattern in (_OUT, _OUT_BEHIND):
        for found in pattern.finditer(said):
            slots = frozenset[str]().union(*(_meaning(unit) for unit in _split(found["units"])))
            yield _when(ALL - slots, f"Not {found['units']}", said, found.span(), limit=True)
    for found in _LATE.finditer(said):
        yield _when(frozenset(), "Not too early", said, found.span())


def _clocks(said: str) -> Iterator[When]:
    for found in _CLOCK.finditer(said):
        hour = _hour(found)
        way = found["way"].lower()
        if hour is None or (way in {"by", "from", "till", "til", "until"} and not found["half"]):
            continue
        late = way.startswith(("not after", "never after", "nothing after", "no later")) or (
            way.endswith(("before", "by", "until", "till", "til"))
            and not way.startswith(("not", "n", "awake", "up", "ready", "dressed", "home"))
        )
        slots = _until(hour) if late else _after(hour)
        yield _when(frozenset() if slots == ALL else slots, found.group(), said, found.span(), limit=True)


def _hour(found: re.Match[str]) -> int | None:
    """The hour of the day, 0 to 23; a small number without a word beside it is one of the afternoon."""
    told = found["hour"].lower()
    if told == "dark":
        return None
    hour = _NUMBERS.get(told) or int(told)
    half = (found["half"] or "").lower().replace(".", "")
    if hour > 23:
        return None
    return hour + 12 if hour < 12 and (half == "pm" or (not half and hour < 8)) else hour


def _after(hour: int) -> frozenset[str]:
    ends = dict(zip(PARTS, (12, 17, 24), strict=True))
    return frozenset(f"{day}-{part}" for day in DAYS for part in PARTS if hour < ends[part])


def _until(hour: int) -> frozenset[str]:
    starts = dict(zip(PARTS, (0, 12, 17), strict=True))
    return frozenset(f"{day}-{part}" for day in DAYS for part in PARTS if starts[part] < hour)


def _routines(said: str) -> Iterator[When]:
    for pattern, slots in _ROUTINES:
        for found in pattern.finditer(said):
            yield _when(slots, found.group(), said, found.span())


_UNITS = re.compile(rf"\b(?:on |in the |of an? |at the )?(?P<unit>{_UNIT})(?![\w'’])", re.IGNORECASE)
_EACH = re.compile(_UNIT, re.IGNORECASE)
_ONE_DAY = re.compile(rf"\b{_DAY}", re.IGNORECASE)
_NOT_A_WISH = re.compile(
    r"\b(?:this|last|yesterday|good|every single|since|next|until|till|by|from)\s+$", re.IGNORECASE
)


def _units(said: str) -> Iterator[When]:
    shared = ""
    for found in reversed(list(_UNITS.finditer(said))):
        if _NOT_A_WISH.search(said[: found.start()]):
            continue
        unit = found["unit"]
        behind = said[found.end() : found.end() + 6].strip().lower()
        part = _part(unit)
        if not part and _days(unit) != DAYS and shared and re.match(r"(?:and|or|,|/|&)", behind):
            unit, part = f"{unit} {shared}", shared
        shared = part
        yield _when(_meaning(unit), _label(unit), said, found.span())


def _split(units: str) -> list[str]:
    return [found.group() for found in _EACH.finditer(units)]


def _meaning(unit: str) -> frozenset[str]:
    part = _part(unit)
    low = unit.lower()
    if "day" in low and re.search(r"day ?times?|(?:in|during|through) the day", low):
        return _WEEKDAY_DAY
    return _of(_days(unit), *((part,) if part else PARTS))


def _days(unit: str) -> tuple[str, ...]:
    low = unit.lower()
    if re.search(r"week ?end", low):
        return DAYS[5:]
    named = [found.group()[:3].lower() for found in _ONE_DAY.finditer(unit)]
    named = [day for day in named if day in DAYS]
    if len(named) > 1:
        first, last = DAYS.index(named[0]), DAYS.index(named[1])
        return DAYS[first : last + 1] if first <= last else (*DAYS[first:], *DAYS[: last + 1])
    if named:
        return (named[0],)
    return DAYS[:5] if re.search(r"week ?day", low) else DAYS


def _part(unit: str) -> str:
    low = unit.lower()
    if re.search(r"morning|\ba\.?m", low):
        return "morning"
    if re.search(r"afternoon|\bp\.?m|\baft\b|lunch|dinner", low):
        return "afternoon"
    return "evening" if re.search(r"evening|night|\beves?\b|tea ?time", low) else ""


_PLAIN = dict(zip(DAYS, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True))


def _label(unit: str) -> str:
    """ "Tuesday mornings", "In the day", "At the weekend": the same words for the same time."""
    days, part, low = _days(unit), _part(unit), unit.lower()
    if re.search(r"day ?time|the day", low):
        return "In the day"
    if re.search(r"week ?end", low):
        return f"Weekend {part}s" if part else "At the weekend"
    if re.search(r"week ?day", low):
        return f"Weekday {part}s" if part else "On weekdays"
    if days == DAYS:
        return f"{part.capitalize()}s"
    named = _PLAIN[days[0]] if len(days) == 1 else f"{_PLAIN[days[0]]} to {_PLAIN[days[-1]]}"
    return f"{named} {part}s" if part else named if len(days) > 1 else f"{named}s"


def _when(slots: frozenset[str], label: str, said: str, span: tuple[int, int], *, limit: bool = False) -> When:
    start, end = span
    told = label[:1].upper() + label[1:]
    return When(slots, told, said[start:end].strip(), start, end, limit)
