"""Who is in a text: the person and their sex, names of relatives, workers. Read once, before the clauses.

Invariant: pure; names are used for this reading and go no further than the labels of its people.
"""

import re
from collections import Counter
from dataclasses import dataclass

from search.stems import fold
from search.understanding.parts import Kind, Part
from search.understanding.people import Cast
from search.understanding.relations import FULL, HE, RELATIVES, SHE, relation_in
from search.understanding.turns import person_labels

_NAME = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_TITLED = re.compile(
    rf"\b(?:(?P<title>Mr|Mrs|Ms|Miss)\.? (?P<name>{_NAME}|[A-Z]\b)(?: (?P<more>{_NAME}(?: {_NAME})?))?"
    r"|(?P<both>Mr)(?= and Mrs (?P<theirs>[A-Z][a-z]+))"
    r"|(?P<low>mr|mrs|ms) (?!and\b|is\b|was\b)(?P<lowname>[a-z]+))"
)
_RELATED = re.compile(
    r"\b(?P<relation>[A-Za-z]+(?:[- ]in[- ]law)?),?\s+(?:is |called |named |\()?"
    rf"(?P<name>{_NAME})\b(?!\s+(?:Street|Road|Lane|Avenue|Close|House))"
)
_AGED = re.compile(
    rf"\b(?P<name>{_NAME}),?\s+(?:who is |is |aged )?\(?(?P<age>\d{{1,2}})\b"
    r"(?!\s*(?:mm|cm|m|am|pm|per|%|/|:|th|st|nd|rd|\.\d))"
)
_MAIN = re.compile(
    r"\b(?:YP is|YP|bb|[Bb]aby(?= [A-Z][a-z])|"
    r"(?:[Cc]hild(?:'s name)?|[Pp]erson|[Pp]referred name|[Nn]ame|[Rr]e|[Pp]atient)\**:\**) ?\(?"
    rf"(?:(?:Mr|Mrs|Ms|Miss) )?(?P<name>{_NAME}|[A-Z]\b)"
)
_OFFICE = re.compile(
    r"\b(?:(?:officer|surveyor|teacher|worker|nurse|doctor|warden|solicitor|manager|physio),?|"
    r"(?:OT|SW|HV|FSW|LW|SPLW|Dr|KW))"
    rf" (?:is )?(?:Mr |Mrs |Ms |Miss )?\(?(?P<after>{_NAME}|[A-Z]{{2,3}})\b"
    rf"|\b(?:Mr |Mrs |Ms |Miss )?(?P<before>{_NAME}) (?:\((?:class |head )?teacher\)|to (?:ring|call|refer|chase))"
)
_LABELS = frozenset("patient speaker resident mr mrs ms miss client person".split())
# A name this near the beginning is the person's.
_HEAD = 200
# How close the next name with an age stands in a list of children.
_NEXT = 25
_NO_NAME = frozenset(
    """
    radio ward flat level type stage year room unit step grade page channel the she he her his they monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december mum dad not and but nil plan ward day he'd she'd
    """.split()
)


@dataclass(frozen=True, slots=True)
class Titled:
    title: str
    name: str
    more: str
    start: int

    @property
    def surname(self) -> str:
        return fold((self.more or self.name).split()[-1])


def cast_of(text: str, parts: tuple[Part, ...]) -> Cast:
    """The people of a text."""
    workers = {fold(name) for found in _OFFICE.finditer(text) for name in found.groups() if name}
    titled = _most_named_first([each for each in map(_title, _TITLED.finditer(text)) if fold(each.name) not in workers])
    named = _relatives(text)
    own = _own(text, parts, titled, set(named))
    called = _called(text, own)
    own |= {name for name, who in named.items() if who in called}
    named = {name: who for name, who in named.items() if name not in own | workers}
    named |= {letter: who for letter, who in _speakers(text).items() if letter not in own}
    for found in _AGED.finditer(text):
        name = fold(found["name"])
        if name not in own | workers | _NO_NAME and name not in named and name not in RELATIVES:
            named[name] = found["name"]
    sex = _sex(text, titled, parts)
    others = {
        f"{fold(each.title)} {fold(each.name)}": f"{each.title} {each.name}"
        for each in titled
        if titled and _is_other(each, titled[0])
    }
    sexes = {fold(whole): "he" if key.startswith("mr ") else "she" for key, whole in others.items()}
    sexes |= _sexes_of_names(text)
    return Cast(
        sex,
        frozenset(own),
        named | others,
        frozenset(workers),
        _first_is_worker(text, parts),
        called,
        sexes,
        _cared_for(text),
        _writer(text),
    )


_WRITES = re.compile(
    r"\b[A-Z]\w+['’]s (?P<kin>[a-z]+(?:-in-law)?)(?: here\b|,? (?:from|in|at) [A-Z])|"
    r"\b(?:this is|it['’]?s|i am|i['’]m) "
    r"(?:the |his |her )?(?P<other>[a-z]+)(?: here\b|,? [A-Z]\w+ here\b)",
)


def _writer(text: str) -> str:
    """The relative who writes of the person: "Ann's gran here"."""
    found = _WRITES.search(text[:_HEAD])
    kin = fold(found["kin"] or found["other"]) if found else ""
    return FULL.get(kin, kin) if kin in RELATIVES else ""


def _speakers(text: str) -> dict[str, str]:
    """Letters that a summary gives its speakers: "Speaker C: his mother"."""
    found = re.finditer(r"\b(?:Speaker|Person|Voice) (?P<letter>[A-Z]): (?P<said>[^.;\n]{2,40})", text)
    told = {each["letter"].lower(): relation_in(re.sub(r"^(?:his|her|the|their) ", "", each["said"])) for each in found}
    return {letter: FULL.get(who, who) for letter, who in told.items() if who and letter not in {"a", "i"}}


def _cared_for(text: str) -> str:
    """Whom a carer cares for: "my wife", in words of kin."""
    for found in re.finditer(
        r"\b(?:caring|cares?|carer) for:?\s+(?:my |his |her )?(?P<who>[a-z]+)", text, re.IGNORECASE
    ):
        if fold(found["who"]) in RELATIVES:
            return fold(found["who"])
    return ""


# A letter by one of the family: "Dear all, my husband Ron …".
_ABOUT_MINE = re.compile(
    rf"\A\W*(?:[Dd]ear|[Hh]i|[Hh]ello|[Hh]iya|[Hh]ey|[Gg]ood \w+)\b[^.\n]{{0,40}}[,.!\n]\s*(?:[\w']+ ){{0,6}}?[Mm]y "
    rf"(?P<kin>husband|wife|partner|mum|mam|dad|mother|father|son|daughter|nan|gran|grandad|brother|sister),? "
    rf"(?P<name>{_NAME})\b"
)
# A daughter or a son is there, and nobody says whose mother is meant.
_TOLD_BY_CHILD = re.compile(
    r"\b(?:daughter|dtr|son)\b(?!.*\b(?:his|her|my) (?:mum|mam|dad)\b)", re.IGNORECASE | re.DOTALL
)


def _called(text: str, own: set[str]) -> frozenset[str]:
    """Which words of kin mean the person: "mum" beside a baby that nobody names, "lad" where there is no name."""
    mine = _ABOUT_MINE.search(text)
    if mine:
        return frozenset({fold(mine["kin"])})
    if own and _TOLD_BY_CHILD.search(text) and re.search(r"\b(?:mrs?|ms|miss)\b", text[:_HEAD], re.IGNORECASE):
        return frozenset({"mum", "mam"} if re.search(r"\b(?:mrs|miss|ms)\b", text[:_HEAD], re.IGNORECASE) else {"dad"})
    if own:
        return frozenset()
    if re.search(r"\b(?:bab(?:y|ies)|bb|toddler|twins)\b", text, re.IGNORECASE):
        mother = re.search(r"\b(?:mum|mam|mother|mo)\b", text, re.IGNORECASE)
        return frozenset({"mum", "mam", "mother", "mo"}) if mother else frozenset({"dad", "father", "fa"})
    return frozenset({"lad", "lass", "boy", "girl", "child"})


def _title(found: re.Match[str]) -> Titled:
    """A title with its name, in capitals or not."""
    title = found["title"] or found["both"] or found["low"]
    name = found["name"] or found["theirs"] or found["lowname"]
    return Titled(title, name, found["more"] or "", found.start())


def _most_named_first(titled: list[Titled]) -> list[Titled]:
    """The person is who is named at the head, else who is named most often by title."""
    counted = Counter((fold(each.title), each.surname) for each in titled)
    if not titled or titled[0].start < _HEAD:
        return titled
    return sorted(titled, key=lambda each: -counted[fold(each.title), each.surname])


def _relatives(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in _RELATED.finditer(text):
        relation = fold(each["relation"]).replace(" ", "-")
        if relation in RELATIVES and fold(each["name"]) not in _NO_NAME:
            found.setdefault(fold(each["name"]), FULL.get(relation, relation))
    return found


def _sexes_of_names(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in _RELATED.finditer(text):
        relation = fold(each["relation"]).replace(" ", "-")
        if relation in HE | SHE:
            found[fold(each["name"])] = "he" if relation in HE else "she"
    return found


def _own(text: str, parts: tuple[Part, ...], titled: list[Titled], relatives: set[str]) -> set[str]:
    spoken = {fold(word) for label in person_labels(text) for word in re.findall(_NAME, label)}
    if spoken - _LABELS:
        return spoken - _LABELS
    mine = _ABOUT_MINE.search(text)
    if mine and not person_labels(text):
        return {fold(mine["name"])}
    main = _MAIN.search(text)
    if main:
        return {fold(main["name"])}
    if titled:
        first = titled[0]
        return {fold(each) for each in f"{first.name} {first.more}".split()}
    if any(part.own for part in parts):
        return set()  # in their own words nobody tells their age by name
    aged = [each for each in _AGED.finditer(text) if fold(each["name"]) not in relatives | _NO_NAME | RELATIVES]
    if not aged or (len(aged) > 1 and aged[1].start() - aged[0].end() < _NEXT):
        return set()  # several in a row: none of them is the one
    return {fold(aged[0]["name"])}


def _is_other(each: Titled, first: Titled) -> bool:
    """A title of the other sex, or a surname that is not the person's."""
    males = {"mr", "mister"}
    same_sex = (fold(each.title) in males) == (fold(first.title) in males)
    names = {fold(name) for name in f"{first.name} {first.more}".split()}
    last = each.surname
    return not same_sex or (last not in names and fold(each.name) not in names)


def _sex(text: str, titled: list[Titled], parts: tuple[Part, ...]) -> str:
    """By title, by the pronouns that begin, by what the text calls the person."""
    said = re.findall(r"\b(?:(he|his|him|man|gentleman|gent|boy|lad)|(she|her|lady|woman|girl|lass))\b", text.lower())
    counted = Counter("he" if male else "she" for male, _ in said)
    if titled:
        title, other = ("he", "she") if fold(titled[0].title) in {"mr", "mister"} else ("she", "he")
        return title if titled[0].start < 200 or counted[title] * 3 >= counted[other] else other
    wed = re.search(r"\b(?:(husband|hubby)|(wife))\b", text.lower())
    if wed and not titled and len(counted) != 1:
        return "she" if wed[1] else "he"
    if not counted:
        return ""
    most = counted.most_common(2)
    return most[0][0] if len(most) == 1 or most[0][1] > 2 * most[1][1] else ("he" if said[0][0] else "she")


def _first_is_worker(text: str, parts: tuple[Part, ...]) -> bool:
    """The writer's "I" is a worker's where others are told of in the third person."""
    if any(part.own for part in parts if part.kind is not Kind.SILENT):
        return False
    firsts = len(re.findall(r"\b(?:I|I'm|I've|my|me)\b", text))
    thirds = len(re.findall(r"\b(?:he|she|his|her|him)\b", text, re.IGNORECASE))
    return thirds >= firsts and bool(thirds)
