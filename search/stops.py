"""What would stop somebody from going: from facts only, and what is not known as a question.

Invariant: pure; every stop carries the facts that it stands on. What was not asked for stops nobody; not known is never
told as no. The nearest other one that has what is missing is looked for among those that meet the same wish.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from cms.access import ABOUT_PEOPLE, NAMES
from cms.costs import money
from cms.geo.effort import effort, far_away
from cms.schedule.named import day_name, days_name
from cms.tongue import gettext, gettext_noop
from cms.wording import listed
from search.ages import YOUNG, fit
from search.going import ROLES, SLOW, Circumstances, in_the, slot_place, stays_in
from search.respite import STAY
from search.types import DAYS, CandidateFeatures

_ROOM: Final = {
    "paused": gettext_noop("it is not running just now"),
    "full": gettext_noop("it is full at the moment"),
    "waiting": gettext_noop("there is a waiting list"),
}
NO_THANKS: Final = gettext_noop(
    "they would rather not have people introduced to them: tell of it, and leave it at that"
)
AT_LIMIT: Final = gettext_noop("they have had as many new people this month as they can welcome well; ask first")
_FOR: Final = {
    "baby": gettext_noop("check that it is for a baby: not known"),
    "child": gettext_noop("check that it is for a child: not known"),
    "teenager": gettext_noop("check that it is for a teenager: not known"),
}
_ONLY_FOR: Final = {
    "women": gettext_noop("check that it is for them: it is for women only"),
    "men": gettext_noop("check that it is for them: it is for men only"),
}
AT_HOME: Final = frozenset({"visiting", "online"})
_ONLY: Final = {"women": "she", "men": "he"}
MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Instead:
    """Another listing that has what is missing here: its id, how far, and its name once somebody may see it."""

    asset_id: int
    far: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """`words` as they are read after "except": small, no full stop. `asks`: it is a question, since nobody knows."""

    kind: str
    words: str
    facts: Mapping[str, object] = field(default_factory=dict)
    asks: bool = False
    instead: Instead | None = None

    @property
    def unknown(self) -> str:
        """The access subject that it hangs on and nobody knows; empty for everything else."""
        return str(self.facts["subject"]) if self.asks and self.kind in {"access", "stay"} else ""

    @property
    def sentence(self) -> str:
        """The stop as one text: "Not step-free. The nearest that has it: Weavers Fold, 5 minutes' walk."."""
        return " ".join(filter(None, (self.said, self.elsewhere)))

    @property
    def said(self) -> str:
        """What is in the way: "Not step-free."."""
        return f"{self.words[:1].upper()}{self.words[1:]}."

    @property
    def elsewhere(self) -> str:
        """Where it is not: "The nearest that has it: Weavers Fold, 5 minutes' walk."; empty where nothing is known."""
        if self.instead is None or not self.instead.name:
            return ""
        where = ", ".join(filter(None, (self.instead.name, self.instead.far)))
        words = (
            gettext("The nearest with room: %(where)s.")
            if self.kind == "room"
            else gettext("The nearest that has it: %(where)s.")
        )
        return words % {"where": where}


def stops(candidate: CandidateFeatures, metres: float | None, wish: Circumstances) -> tuple[Stop, ...]:
    """What is in the way, the surest first, questions last; `MOST` at most."""
    found = [
        *_room(candidate),
        *_new_people(candidate),
        *_getting_in(candidate, wish),
        *_staying(candidate, wish),
        *_times(candidate, wish),
        *_way(candidate, metres, wish),
        *_age(candidate, wish),
        *_only(candidate, wish),
        *_money(candidate, wish),
    ]
    return tuple(sorted(found, key=lambda stop: stop.asks)[:MOST])


def with_instead(stop: Stop, others: Sequence[tuple[CandidateFeatures, float | None]], wish: Circumstances) -> Stop:
    """The stop with the nearest of the others that has what is missing. `others`: each with its metres."""
    having = [(far, each) for each, far in others if far is not None and each.kind not in ROLES and _lifts(stop, each)]
    if not having:
        return stop
    far, other = min(having, key=lambda pair: (pair[0], pair[1].asset_id))
    return replace(stop, instead=Instead(other.asset_id, _how_far(other, far, wish)))


def named(stop: Stop, names: Mapping[int, str]) -> Stop:
    """The stop with the name of what could be gone to instead; without it where it has none."""
    if stop.instead is None:
        return stop
    name = names.get(stop.instead.asset_id, "")
    return replace(stop, instead=replace(stop.instead, name=name)) if name else replace(stop, instead=None)


def _how_far(candidate: CandidateFeatures, metres: float, wish: Circumstances) -> str:
    """The way in words; no minutes to a place that is known to a postcode sector only."""
    return (
        gettext("%(far)s away") % {"far": far_away(metres)} if any(candidate.about) else effort(metres, wish.way).words
    )


def _lifts(stop: Stop, other: CandidateFeatures) -> bool:
    if stop.kind == "room":
        return other.room in {"room", "few"}
    if stop.kind in {"access", "stay"}:
        return other.access.get(str(stop.facts["subject"])) == "yes" and other.room not in _ROOM
    return False


def _room(candidate: CandidateFeatures) -> Iterator[Stop]:
    if candidate.room in _ROOM:
        yield Stop("room", gettext(_ROOM[candidate.room]), {"kind": "room", "room": candidate.room})


def _new_people(candidate: CandidateFeatures) -> Iterator[Stop]:
    """What the group says of people who are introduced to it; nothing where it was not asked."""
    if candidate.no_thanks:
        yield Stop("introductions", gettext(NO_THANKS), {"kind": "introductions", "state": "no_thanks"})
    if candidate.at_limit:
        yield Stop("limit", gettext(AT_LIMIT), {"kind": "limit"})


def _getting_in(candidate: CandidateFeatures, wish: Circumstances) -> Iterator[Stop]:
    for subject in NAMES:
        if subject not in wish.access or (subject not in ABOUT_PEOPLE and not candidate.points):
            continue
        state = candidate.access.get(subject, "unknown")
        if state != "yes":
            yield _access(subject, state)


def _access(subject: str, state: str) -> Stop:
    name, facts = NAMES[subject], {"kind": "access", "subject": subject, "state": state}
    words = {"no": _small(name.no), "partly": gettext("%(what)s: only in part") % {"what": _small(name.name)}}
    unknown = gettext("%(what)s: not known") % {"what": _small(name.name)}
    return Stop("access", words.get(state, unknown), facts, asks=state == "unknown")


def _staying(candidate: CandidateFeatures, wish: Circumstances) -> Iterator[Stop]:
    """Whether they can stay alone where a carer needs the break, and whether they may come alone at all."""
    state = candidate.access.get(STAY, "unknown")
    if wish.break_for and STAY not in wish.access and candidate.points and state != "yes":
        facts = {"kind": "stay", "subject": STAY, "state": state}
        said = {
            "no": gettext("a carer has to stay, so that it is no break"),
            "partly": gettext("staying there without their carer: only in part"),
        }
        yield Stop(
            "stay",
            said.get(state, gettext("can they stay there without their carer? Not known")),
            facts,
            asks=state == "unknown",
        )
    fetched = candidate.access.get("fetched_or_brought", "unknown")
    if "home" in wish.leans and candidate.points and candidate.kind not in AT_HOME and fetched != "yes":
        facts = {"kind": "home", "subject": "fetched_or_brought", "state": fetched}
        yield Stop("home", gettext("they would have to leave home"), facts)
    if candidate.access.get("come_alone") == "no":
        yield Stop(
            "alone",
            gettext("they have to come with somebody"),
            {"kind": "alone", "subject": "come_alone", "state": "no"},
        )


def _times(candidate: CandidateFeatures, wish: Circumstances) -> Iterator[Stop]:
    any_time = candidate.kind in {"place", "visiting"} or stays_in(candidate, wish)
    if not wish.slots or wish.slots & candidate.slots or any_time:
        return
    if candidate.slots:
        on = sorted(candidate.slots, key=slot_place)
        facts = {"kind": "time", "slots": on}
        yield Stop("time", gettext("it is on %(days)s, not when they are free") % {"days": _days(on)}, facts)
    elif candidate.points:
        yield Stop("time", gettext("when it is on: not known"), {"kind": "time", "slots": []}, asks=True)


def _way(candidate: CandidateFeatures, metres: float | None, wish: Circumstances) -> Iterator[Stop]:
    """Further than they said, or too far to walk where walking is how they get about."""
    if metres is None or candidate.access.get("fetched_or_brought") == "yes":
        return
    far = effort(metres, wish.way)
    facts = {"kind": "far", "metres": far.metres, "minutes": far.minutes, "travel": far.travel}
    if wish.minutes and wish.way.exactly(metres) > wish.minutes:
        words = gettext("it is %(far)s, further than they would go") % {"far": _how_far(candidate, metres, wish)}
        yield Stop("far", words, facts)
    elif far.minutes is None and wish.way.travel == "foot":
        words = (
            gettext("it is %(far)s away, too far to walk")
            if wish.way.pace in SLOW
            else gettext("it is %(far)s away, a long walk")
        )
        yield Stop("far", words % {"far": far_away(metres)}, facts)


def _age(candidate: CandidateFeatures, wish: Circumstances) -> Iterator[Stop]:
    if fit(wish.stage, candidate) != "ask":
        return
    facts = {"kind": "age", "stage": wish.stage, "for": sorted(candidate.stages)}
    if wish.stage in YOUNG:
        words = gettext(_FOR[wish.stage])
    elif not candidate.stages:
        words = gettext("check that it is for grown-ups: it speaks of children or young people")
    elif candidate.stages <= {"older"}:
        words = gettext("check the age: it is for older people")
    else:
        words = gettext("check the age: it is for children, young people or families")
    yield Stop("age", words, facts, asks=True)


def _only(candidate: CandidateFeatures, wish: Circumstances) -> Iterator[Stop]:
    """For women or men only, where the note does not speak of one. Asked and never settled from a pronoun."""
    for whom, said in _ONLY.items():
        if f"{whom}_only" in candidate.audience and wish.said != said and whom not in wish.leans:
            yield Stop("only", gettext(_ONLY_FOR[whom]), {"kind": "only", "for": whom}, True)


def _money(candidate: CandidateFeatures, wish: Circumstances) -> Iterator[Stop]:
    if "free" in wish.leans and candidate.pence:
        facts = {"kind": "cost", "pence": candidate.pence}
        yield Stop("cost", gettext("it costs %(money)s a time") % {"money": money(candidate.pence)}, facts)


def _days(slots: Sequence[str]) -> str:
    days = list(dict.fromkeys(slot.split("-")[0] for slot in slots))
    parts = {slot.split("-")[1] for slot in slots}
    part = parts.pop() if len(parts) == 1 else ""
    if len(days) == len(DAYS):
        return in_the(part, gettext("every day,")) if part else gettext("every day")
    names = [day_name(DAYS.index(day)) if part else days_name(DAYS.index(day)) for day in days]
    return in_the(part, listed(names)) if part else listed(names)


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
