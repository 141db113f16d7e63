"""Whether somebody will really go: how far, when, how to get in, whether there is room, who meets them, what they like.

Invariant: pure; what is not known neither helps nor harms, and is never a reason. Distances are metres in a straight
line; minutes come from `cms.geo.effort`, as on the card.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cms.cards import Segment
from cms.freshness import Age, age_after
from cms.geo.effort import LONGEST, ON_FOOT, Travel, Way, effort, far_away
from cms.schedule.named import day_name, days_name
from cms.tongue import gettext, gettext_noop, ngettext
from cms.wording import listed
from search.reasons import Reason
from search.respite import GOOD_BREAK, STAY, days_of, in_words, respite_of
from search.turns import turn
from search.types import DAYS, CandidateFeatures

# Points, on the scale of `search.ranking.WEIGHTS`, where 1 is one sure interest.
POINTS: Mapping[str, float] = {
    "near": 0.9,
    "too far": -0.5,
    "too far to walk": -0.35,
    "reaches you": 0.3,
    "right time": 0.35,
    "other times": -0.6,
    "access yes": 0.15,
    "access partly": 0.05,
    "access no": -0.7,
    "full": -0.3,
    "paused": -0.8,
    "at their limit": -0.4,
    "greeter": 0.12,
    "fresh": 0.1,
    "stale": -0.12,
    "not met": -0.1,
    "comes to them": 0.7,
    "away from home": -0.8,
    "online": 0.5,
    "a role": 0.35,
    "a few people": 0.2,
    "many people": -0.2,
    "somebody meets them": 0.2,
    "costs nothing": 0.2,
    "costs": -0.2,
    "for women": 0.2,
    "for men": 0.2,
    "a break": 0.3,
    "no break": -0.5,
}
# A listing that we know and nobody ever confirmed gets nothing: what is not known neither helps nor harms.
_OF_AGE: Mapping[Age, str] = {Age.LATELY: "fresh", Age.STALE: "stale", Age.NOT_MET: "not met"}
# Something to do, or one person: no room full of people to walk into.
ROLES = frozenset({"volunteer_role", "offer", "visiting"})
# Who walks so does not walk far.
SLOW = frozenset({"slow", "with_frame"})
# As many people as are still few, and as are many.
FEW, MANY = 8, 15
# How the wish for nearness fades: half of it is gone at this many minutes. A journey by bus takes about twice as long
# as one on foot or by car (Department for Transport, National Travel Survey, NTS0303): people put up with more.
HALF_MINUTES: Mapping[Travel, float] = {"foot": 12.0, "bus": 24.0, "car": 12.0}
_SUBJECTS = {
    "step_free": gettext_noop("it is step-free"),
    "toilet": gettext_noop("there is a toilet"),
    "toilet_with_rails": gettext_noop("the toilet has rails"),
    "chairs_with_arms": gettext_noop("the chairs have arms"),
    "hearing_loop": gettext_noop("there is a hearing loop"),
    "parking": gettext_noop("there is parking"),
    "quiet_space": gettext_noop("there is a quiet space"),
    "changing_place": gettext_noop("there is a changing place"),
    "dogs_welcome": gettext_noop("dogs are welcome"),
    "stay_without_carer": gettext_noop("people can stay without their carer"),
    "help_in_toilet": gettext_noop("somebody there helps in the toilet"),
    "fetched_or_brought": gettext_noop("somebody fetches people or brings them home"),
    "come_alone": gettext_noop("it is fine to come alone"),
    "bring_a_carer": gettext_noop("people can bring a carer"),
    "carers_welcome": gettext_noop("carers are welcome"),
}
_REACHES = {"online": gettext_noop("it is online"), "visiting": gettext_noop("it comes to you")}
_NUMBERS = (
    *(gettext_noop("no"), gettext_noop("one"), gettext_noop("two"), gettext_noop("three")),
    *(gettext_noop("four"), gettext_noop("five"), gettext_noop("six"), gettext_noop("seven")),
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the practical side is judged by. `today`: days since 1970. `way`: how they get about. `leans`: names of
    `search.leaning`. `break_for`: who needs a break ("him"), else empty. `stage`: of life. `said`: "she" or "he" where
    the note says mostly that, else empty."""

    slots: frozenset[str]
    minutes: int | None
    access: frozenset[str]
    today: int
    way: Way = ON_FOOT
    leans: frozenset[str] = frozenset()
    break_for: str = ""
    stage: str = "unknown"
    said: str = ""


def points(candidate: CandidateFeatures, metres: float | None, wish: Circumstances) -> dict[str, float]:
    """The practical parts of a score, by the names of `POINTS`."""
    parts = _reach(candidate, metres, wish) | _time(candidate, wish) | _getting_in(candidate, wish)
    if candidate.room in {"full", "waiting"}:
        parts["full"] = POINTS["full"]
    if candidate.room == "paused":
        parts["paused"] = POINTS["paused"]
    if candidate.at_limit:
        parts["at their limit"] = POINTS["at their limit"]
    if candidate.greeter:
        parts["greeter"] = POINTS["greeter"]
    parts |= {name: POINTS[name] for name in _leaning(candidate, wish.leans)}
    parts |= _break(candidate, metres, wish)
    if fair := turn(candidate, wish.today):
        parts["fair turn"] = fair
    return parts | _freshness(candidate, wish)


def _leaning(candidate: CandidateFeatures, leans: frozenset[str]) -> Iterator[str]:
    """Which points what they lean to gives or takes."""
    known = (
        (
            "home",
            "comes to them",
            candidate.kind == "visiting" or (candidate.kind == "online" and "online" not in leans),
        ),
        ("home", "away from home", bool(candidate.points) and candidate.access.get("fetched_or_brought") != "yes"),
        ("online", "online", candidate.kind == "online"),
        ("role", "a role", candidate.kind in ROLES),
        ("few", "a role", candidate.kind in ROLES),
        ("role", "many people", (candidate.size or 0) >= MANY),
        ("few", "many people", (candidate.size or 0) >= MANY),
        ("few", "a few people", 0 < (candidate.size or 0) <= FEW),
        ("met", "somebody meets them", candidate.greeter),
        ("free", "costs nothing", candidate.free),
        ("free", "costs", bool(candidate.pence)),
        ("women", "for women", "women" in candidate.audience),
        ("men", "for men", "men" in candidate.audience),
    )
    return (name for lean, name, true in known if lean in leans and true)


def _break(candidate: CandidateFeatures, metres: float | None, wish: Circumstances) -> dict[str, float]:
    if not wish.break_for:
        return {}
    if candidate.access.get(STAY) == "no":
        return {"no break": POINTS["no break"]}
    respite = respite_of(candidate, metres, wish.slots, wish.way)
    return {"a break": POINTS["a break"]} if respite and respite.minutes >= GOOD_BREAK else {}


def _reach(candidate: CandidateFeatures, metres: float | None, wish: Circumstances) -> dict[str, float]:
    if metres is None:
        return {"reaches you": POINTS["reaches you"]} if candidate.everywhere else {}
    minutes = wish.way.exactly(metres)
    parts = {"near": POINTS["near"] * math.pow(0.5, minutes / HALF_MINUTES[wish.way.travel])}
    if wish.minutes and minutes > wish.minutes:
        parts["too far"] = POINTS["too far"] * min(3.0, minutes / wish.minutes - 0.5)
    elif wish.way.travel == "foot" and wish.way.pace in SLOW and minutes > LONGEST["foot"]:
        parts["too far to walk"] = POINTS["too far to walk"]
    return parts


def _time(candidate: CandidateFeatures, wish: Circumstances) -> dict[str, float]:
    if not wish.slots or not candidate.slots or stays_in(candidate, wish):
        return {}
    return (
        {"right time": POINTS["right time"]} if wish.slots & candidate.slots else {"other times": POINTS["other times"]}
    )


def _getting_in(candidate: CandidateFeatures, wish: Circumstances) -> dict[str, float]:
    parts: dict[str, float] = {}
    for subject in wish.access:
        name = f"access {candidate.access.get(subject, 'unknown')}"
        if name in POINTS:
            parts[name] = parts.get(name, 0.0) + POINTS[name]
    return parts


def _freshness(candidate: CandidateFeatures, wish: Circumstances) -> dict[str, float]:
    days = None if candidate.fresh_on is None else wish.today - candidate.fresh_on
    name = _OF_AGE.get(age_after(days, met=candidate.met))
    return {name: POINTS[name]} if name else {}


def practical_reasons(
    candidate: CandidateFeatures, metres: float | None, wish: Circumstances, *, about: bool = False
) -> list[Reason]:
    """True practical reasons for this candidate: a carer's break that is sure, what was asked for, then what sets it
    apart. `about`: its place is known roughly, so that a distance is told in miles and no minutes, as on its card."""
    rest = _break_reason(candidate, None if about else metres, wish)
    sure = candidate.access.get(STAY) == "yes"
    found = [*(rest if sure else ()), *_time_reasons(candidate, wish), *_reach_reasons(candidate, metres, wish, about)]
    found += [] if sure else rest
    for subject in sorted(wish.access):
        if candidate.access.get(subject) == "yes":
            found.append(_plain("access", gettext(_SUBJECTS[subject]), subject=subject, state="yes"))
    if candidate.greeter:
        found.append(_plain("greeter", gettext("somebody there meets new people")))
    if candidate.wants_help:
        asked = candidate.help_wanted.rstrip(". ")
        words = gettext("they would welcome a hand: “%(with)s”") % {"with": asked}
        words = words if asked else gettext("they would welcome a hand")
        found.append(_plain("help", words, wanted=candidate.help_wanted))
    if candidate.free:
        found.append(_plain("free", gettext("it is free")))
    return found


def _break_reason(candidate: CandidateFeatures, metres: float | None, wish: Circumstances) -> list[Reason]:
    respite = respite_of(candidate, metres, wish.slots, wish.way) if wish.break_for else None
    if respite is None:
        return []
    words = gettext("that would give %(whom)s a break of %(long)s on %(days)s")
    if candidate.access.get(STAY) != "yes":
        words = gettext(
            "that would give %(whom)s a break of %(long)s on %(days)s, if people can stay there without their carer"
        )
    days = listed([days_name(DAYS.index(day)) for day in days_of(respite, candidate, wish.slots)])
    told = words % {"whom": wish.break_for, "long": in_words(respite.minutes), "days": days}
    return [_plain("break", told, **respite.facts())]


def _time_reasons(candidate: CandidateFeatures, wish: Circumstances) -> list[Reason]:
    fitting = sorted(wish.slots & candidate.slots, key=slot_place)
    if not fitting:
        return []
    days = list(dict.fromkeys(slot.split("-")[0] for slot in fitting))
    part = fitting[0].split("-")[1] if len({slot.split("-")[1] for slot in fitting}) == 1 else ""
    if len(days) > 2:
        words = _so_often(len(days), part)
    else:
        words = gettext("they meet on %(days)s") % {"days": listed([each_of(day, part) for day in days])}
    return [_plain("time", words, slots=fitting)]


def _so_often(count: int, part: str) -> str:
    words = {
        "morning": ngettext("they meet %(number)s morning a week", "they meet %(number)s mornings a week", count),
        "afternoon": ngettext("they meet %(number)s afternoon a week", "they meet %(number)s afternoons a week", count),
        "evening": ngettext("they meet %(number)s evening a week", "they meet %(number)s evenings a week", count),
        "": ngettext("they meet %(number)s day a week", "they meet %(number)s days a week", count),
    }
    return words[part] % {"number": gettext(_NUMBERS[count])}


def each_of(day: str, part: str = "") -> str:
    """ "Tuesdays", "Tuesday mornings". `day`, `part`: as in weekly slots."""
    return in_the(part, day_name(DAYS.index(day))) if part else days_name(DAYS.index(day))


def in_the(part: str, days: str) -> str:
    """ "Tuesday mornings", "Monday and Tuesday evenings". `days`: names of days."""
    words = {
        "morning": gettext("%(days)s mornings"),
        "afternoon": gettext("%(days)s afternoons"),
        "evening": gettext("%(days)s evenings"),
    }
    return words[part] % {"days": days}


def _reach_reasons(
    candidate: CandidateFeatures, metres: float | None, wish: Circumstances, about: bool
) -> list[Reason]:
    if metres is None:
        if not candidate.everywhere:
            return []
        return [_plain("reach", _everywhere(candidate.kind))]
    far = effort(metres, wish.way)
    if far.minutes is None or (wish.minutes and far.minutes > wish.minutes):
        return []
    if about:
        return [
            _plain("reach", gettext("it is %(far)s away") % {"far": far_away(metres)}, metres=far.metres, about=True)
        ]
    a_minute = far.minutes == 1 and far.travel == "foot"
    words = gettext("it is a minute's walk") if a_minute else gettext("it is %(far)s") % {"far": far.words}
    return [_plain("reach", words, metres=far.metres, minutes=far.minutes, travel=far.travel)]


def _everywhere(kind: str) -> str:
    return gettext(_REACHES[kind]) if kind in _REACHES else gettext("it reaches the whole area")


def _plain(kind: str, words: str, **facts: object) -> Reason:
    return Reason(kind, (Segment(words),), {"kind": kind, **facts})


def stays_in(candidate: CandidateFeatures, wish: Circumstances) -> bool:
    """Whether they need not go out for it where the dark is what keeps them in: then no hour is wrong."""
    return candidate.kind == "online" and "day" in wish.leans


def slot_place(slot: str) -> tuple[int, str]:
    """Sort key of weekly slots: Monday first, those of a day by name."""
    return DAYS.index(slot.split("-")[0]), slot
