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
from search.ages import YOUNG, fit
from search.going import DAYS_SPOKEN, ROLES, SLOW, Circumstances, slot_place, stays_in
from search.respite import STAY
from search.types import DAYS, CandidateFeatures

_ROOM: Final = {
    "paused": "it is not running just now",
    "full": "it is full at the moment",
    "waiting": "there is a waiting list",
}
NO_THANKS: Final = "they would rather not have people introduced to them: tell of it, and leave it at that"
AT_LIMIT: Final = "they have had as many new people this month as they can welcome well; ask first"
_FOR: Final = {"baby": "a baby", "child": "a child", "teenager": "a teenager"}
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
        lead = "The nearest with room" if self.kind == "room" else "The nearest that has it"
        return f"{lead}: {', '.join(filter(None, (self.instead.name, self.instead.far)))}."


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
    return f"{far_away(metres)} away" if any(candidate.about) else effort(metres, wish.way).words


def _lifts(stop: Stop, other: CandidateFeatures) -> bool:
    if stop.kind == "room":
        return other.room in {"room", "few"}
    if stop.kind in {"access", "stay"}:
        return other.access.get(str(stop.facts["subject"])) == "yes" and other.room not in _ROOM
    return False


def _room(candidate: CandidateFeatures) -> Iterator[Stop]:
    if candidate.room in _ROOM:
        yield Stop("room", _ROOM[candidate.room], {"kind": "room", "room": candidate.room})


def _new_people(candidate: CandidateFeatures) -> Iterator[Stop]:
    """What the group says of people who are introduced to it; nothing where it was not asked."""
    if candidate.no_thanks:
        yield Stop("introductions", NO_THANKS, {"kind": "introductions", "state": "no_thanks"})
    if candidate.at_limit:
        yield Stop("limit", AT_LIMIT, {"kind": "limit"})


def _getting_in(candidate: CandidateFeatures, wish: Circumstances) -> Iterator[Stop]:
    for subject in NAMES:
        if subject not in wish.access or (subject not in ABOUT_PEOPLE and not candidate.points):
            continue
        state = candidate.access.get(subject, "unknown")
        if state != "yes":
            yield _access(subject, state)


def _access(subject: str, state: str) -> Stop:
    name, facts = NAMES[subject], {"kind": "access", "subject": subject, "state": state}
    words = {"no": _small(name.no), "partly": f"{_small(name.name)}: only in part"}
    return Stop("access", words.get(state, f"{_small(name.name)}: not known"), facts, asks=state == "unknown")


def _staying(candidate: CandidateFeatures, wish: Circumstances) -> Iterator[Stop]:
    """Whether they can stay alone where a carer needs the break, and whether they may come alone at all."""
    state = candidate.access.get(STAY, "unknown")
    if wish.break_for and STAY not in wish.access and candidate.points and state != "yes":
        facts = {"kind": "stay", "subject": STAY, "state": state}
        said = {
            "no": "a carer has to stay, so that it is no break",
            "partly": "staying there without their carer: only in part",
        }
        yield Stop(
            "stay",
            said.get(state, "can they stay there without their carer? Not known"),
            facts,
            asks=state == "unknown",
        )
    fetched = candidate.access.get("fetched_or_brought", "unknown")
    if "home" in wish.leans and candidate.points and candidate.kind not in AT_HOME and fetched != "yes":
        facts = {"kind": "home", "subject": "fetched_or_brought", "state": fetched}
        yield Stop("home", "they would have to leave home", facts)
    if candidate.access.get("come_alone") == "no":
        yield Stop(
            "alone", "they have to come with somebody", {"kind": "alone", "subject": "come_alone", "state": "no"}
        )


def _times(candidate: CandidateFeatures, wish: Circumstances) -> Iterator[Stop]:
    any_time = candidate.kind in {"place", "visiting"} or stays_in(candidate, wish)
    if not wish.slots or wish.slots & candidate.slots or any_time:
        return
    if candidate.slots:
        on = sorted(candidate.slots, key=slot_place)
        facts = {"kind": "time", "slots": on}
        yield Stop("time", f"it is on {_days(on)}, not when they are free", facts)
    elif candidate.points:
        yield Stop("time", "when it is on: not known", {"kind": "time", "slots": []}, asks=True)


def _way(candidate: CandidateFeatures, metres: float | None, wish: Circumstances) -> Iterator[Stop]:
    """Further than they said, or too far to walk where walking is how they get about."""
    if metres is None or candidate.access.get("fetched_or_brought") == "yes":
        return
    far = effort(metres, wish.way)
    facts = {"kind": "far", "metres": far.metres, "minutes": far.minutes, "travel": far.travel}
    if wish.minutes and wish.way.exactly(metres) > wish.minutes:
        yield Stop("far", f"it is {_how_far(candidate, metres, wish)}, further than they would go", facts)
    elif far.minutes is None and wish.way.travel == "foot":
        on_foot = "too far to walk" if wish.way.pace in SLOW else "a long walk"
        yield Stop("far", f"it is {far_away(metres)} away, {on_foot}", facts)


def _age(candidate: CandidateFeatures, wish: Circumstances) -> Iterator[Stop]:
    if fit(wish.stage, candidate) != "ask":
        return
    facts = {"kind": "age", "stage": wish.stage, "for": sorted(candidate.stages)}
    if wish.stage in YOUNG:
        words = f"check that it is for {_FOR[wish.stage]}: not known"
    elif not candidate.stages:
        words = "check that it is for grown-ups: it speaks of children or young people"
    elif candidate.stages <= {"older"}:
        words = "check the age: it is for older people"
    else:
        words = "check the age: it is for children, young people or families"
    yield Stop("age", words, facts, asks=True)


def _only(candidate: CandidateFeatures, wish: Circumstances) -> Iterator[Stop]:
    """For women or men only, where the note does not speak of one. Asked and never settled from a pronoun."""
    for whom, said in _ONLY.items():
        if f"{whom}_only" in candidate.audience and wish.said != said and whom not in wish.leans:
            yield Stop("only", f"check that it is for them: it is for {whom} only", {"kind": "only", "for": whom}, True)


def _money(candidate: CandidateFeatures, wish: Circumstances) -> Iterator[Stop]:
    if "free" in wish.leans and candidate.pence:
        facts = {"kind": "cost", "pence": candidate.pence}
        yield Stop("cost", f"it costs {money(candidate.pence)} a time", facts)


def _days(slots: Sequence[str]) -> str:
    days = list(dict.fromkeys(DAYS_SPOKEN[slot.split("-")[0]] for slot in slots))
    parts = {slot.split("-")[1] for slot in slots}
    part = f" {parts.pop()}s" if len(parts) == 1 else ""
    if len(days) == len(DAYS):
        return f"every day{',' + part if part else ''}"
    said = days if part else [f"{day}s" for day in days]
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said) + part


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
