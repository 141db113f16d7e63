"""Whose each word of a note is: the person's, a relative's, or a worker's.

Invariant: pure. The nearest subject owns what is said of it: a relative or a name at the head of a clause, a pronoun by
the sex it tells; a clause without a subject belongs to the one before it. What cannot be told is the person's.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from search.understanding.fillers import FILLERS
from search.understanding.names import TITLES
from search.understanding.relations import COMPOUNDS, FULL, HE, RELATIVES, SHE, WORKERS
from search.understanding.sentences import Sentence, Word

PERSON, WORKER = "", "worker"
_BEFORE_SUBJECT = frozenset(
    "his her the my our their a your me one that oldest older younger elder youngest eldest new late poor own and but "
    "says said say think reckon thinks because when if while so as who whose reckons whom than to".split()
)
_OBJECT = frozenset(
    "of with for to by from about like near at on in against around without into as cares care caring looks look after "
    "cared misses miss love loves help helps see sees between visit visits ring rings tell told ask asked hear hears"
    " is was married bother".split()
)
_VERBS = frozenset(
    """
    is was has had does do did can could will would should may might must goes go went says say said thinks reckons
    reports report wants likes like loves love loved enjoys enjoy enjoyed used plays play played runs ran works worked
    helps helped takes took needs gave gives makes made lives lived keeps kept got gets feels felt hates collects
    coaches sings sang reads read knits grows teaches taught drives drove cant wont isnt wasnt doesnt didnt hasnt died
    being were are have who came comes visits attends attended telephones fits cooks left gone carried
    """.split()
)
# "Retired nurse", "ex social worker": a trade that somebody had, and no worker of today.
_ONCE = frozenset("retired ex former formerly trained qualified".split())
_SAYING = frozenset(
    "says said say thinks reckons reports report told tells reported states stated feels explained mentioned noted "
    "remembers".split()
)
_COMPOUNDS = {first: [each for each in COMPOUNDS if each[0] == first] for first, *_ in COMPOUNDS}
# Words that open a clause within another: its subject reigns no further than the next comma.
_UNDER = frozenset("so that while when because if until till since before after whereas whom where".split())
# How many letters may stand between a name and its "who".
_FOLLOWS = 12
_HES = frozenset("he hes hed himself him his".split())
_SHES = frozenset("she shes shed herself her hers".split())
_FIRST = frozenset("i im ive id me my myself".split())


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in the text. `sex` of the person ("he", "she", ""); `named`: folded first or last name -> relation or the
    name itself; `own`: folded names of the person; `first_is_worker`: the writer's "I" is a worker's; `called`: words
    such as "lad" or "mum" that mean the person here; `writer`: the relative who wrote it ("gran"), whose "I" it is."""

    sex: str = ""
    own: frozenset[str] = frozenset()
    named: Mapping[str, str] = field(default_factory=dict)
    workers: frozenset[str] = frozenset()
    first_is_worker: bool = False
    called: frozenset[str] = frozenset()
    sexes: Mapping[str, str] = field(default_factory=dict)
    cared_for: str = ""
    writer: str = ""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who, by the word that says it ("dad", "Yvonne"), and where it stands; `who` is "" for the person."""

    who: str = PERSON
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class _State:
    owner: Owner = field(default_factory=Owner)
    other: Owner = field(default_factory=Owner)
    about: Owner = field(default_factory=Owner)
    outer: Owner = field(default_factory=Owner)
    said: Owner = field(default_factory=Owner)
    quoted: Owner = field(default_factory=Owner)
    last: dict[str, Owner] = field(default_factory=dict)
    saying: bool = False


def owners(found: tuple[Sentence, ...], cast: Cast) -> tuple[tuple[Owner, ...], ...]:
    """The owner of every word of every sentence."""
    state = _State()
    told: list[tuple[Owner, ...]] = []
    part = None
    for sentence in found:
        if sentence.part is not part:
            part, state = sentence.part, _State()
        told.append(tuple(_of_sentence(sentence, cast, state)))
    return tuple(told)


def _of_sentence(sentence: Sentence, cast: Cast, state: _State) -> Iterator[Owner]:
    words = sentence.words
    start = state.said if state.said.who and not sentence.part.own else _started(sentence, cast)
    state.owner, state.saying, state.outer, state.quoted, state.said = start, False, start, state.said, Owner()
    state.about = start if sentence.part.about else Owner()
    clause, under, skip = -1, False, 0
    for place, word in enumerate(words):
        if place < skip:
            clause = word.clause
            yield state.owner
            continue
        if _taken_to(words, place, cast):
            state.owner = Owner()
        subject = _subject(words, place, sentence, cast, state, heads=word.clause != clause)
        if word.clause != clause and "," in word.before and subject is None:
            state.owner = state.outer
        if word.word == "who" and subject is None and state.other.who and 0 <= word.start - state.other.end < _FOLLOWS:
            subject = state.other
        if word.clause != clause:
            under = word.word in _UNDER
        clause = word.clause
        if subject is not None:
            state.owner = subject
            skip = place + sum(each.end <= subject.end for each in words[place:] if subject.who)
            state.outer = state.outer if under else subject
            if subject.who and subject.who != WORKER:
                _meet(state, subject, cast)
        if word.word in _SAYING:
            state.saying = True
        yield state.owner
    if state.saying and len(words) <= 4:  # "Tyler said:", and then what he said
        state.said = state.owner


def _meet(state: _State, owner: Owner, cast: Cast) -> None:
    """Remember whom a pronoun may mean next."""
    state.other = owner
    sex = _sex(owner.who, cast)
    if sex:
        state.last[sex] = owner


def _taken_to(words: tuple[Word, ...], place: int, cast: Cast) -> bool:
    """ "Her neighbour takes her to chapel": it is the person who goes."""
    if place < 2 or words[place].word != "to" or words[place - 1].word not in {"her", "him", "me", "them"} | cast.own:
        return False
    return words[place - 2].word in {
        "take",
        "takes",
        "took",
        "taking",
        "taken",
        "bring",
        "brings",
        "brought",
        "drive",
        "drives",
        "drove",
    }


def _started(sentence: Sentence, cast: Cast) -> Owner:
    part = sentence.part
    if part.about == "cared for":
        return Owner(cast.cared_for or part.about, part.start, part.start)
    if part.about or (part.speaker and not part.own):
        return Owner(part.about or part.speaker, part.start, part.start)
    return Owner()


def _subject(
    words: tuple[Word, ...], place: int, sentence: Sentence, cast: Cast, state: _State, *, heads: bool
) -> Owner | None:
    word = words[place]
    if word.word in _FIRST and word.word not in {"me", "my"}:
        return _first(sentence, cast, state)
    if word.word in _HES | _SHES:
        return _pronoun(words, place, cast, state, heads=heads)
    who = _person(words, place, cast)
    if who is None:
        return None
    size, name = who
    owner = Owner(name, word.start, words[place + size - 1].end)
    if name == PERSON:
        called = word.word in cast.called and not (place and words[place - 1].word in _OBJECT)
        return Owner() if called or _is_subject(words, place, size, heads=heads) else None
    if _is_subject(words, place, size, heads=heads) or _is_there(words, place):
        return owner
    if name != WORKER:
        _meet(state, owner, cast)
    return None


def _is_there(words: tuple[Word, ...], place: int) -> bool:
    """ "There are two sons, one in the army", "has one daughter in Leeds": what follows is theirs."""
    before = tuple(word.word for word in words[max(0, place - 4) : place] if word.clause == words[place].clause)
    some = bool({"a", "one", "two", "three", "four", "an"} & set(before))
    return some and ("there" in before or bool({"has", "have", "had"} & set(before)))


def _first(sentence: Sentence, cast: Cast, state: _State) -> Owner:
    part = sentence.part
    if part.speaker and not part.own:
        return Owner(part.speaker, part.start, part.start)
    if part.own:
        return Owner()
    if any(word.quoted for word in sentence.words):
        if state.quoted.who:
            return state.quoted
        return state.owner if state.owner.who not in {WORKER} and state.saying else Owner()
    if cast.writer:
        return Owner(cast.writer, part.start, part.start)
    return Owner(WORKER) if cast.first_is_worker else Owner()


def _pronoun(words: tuple[Word, ...], place: int, cast: Cast, state: _State, *, heads: bool) -> Owner | None:
    word = words[place].word
    if word in {"him", "himself", "herself", "her", "his", "hers"}:
        return None
    if state.about.who:
        return state.about
    tells = "he" if word in _HES else "she"
    if word in {"hed", "shed"} and place and words[place - 1].word in {"the", "a", "his", "her", "mens", "in"}:
        return None
    other = state.other
    other_sex = _sex(other.who, cast)
    if cast.sex and tells != cast.sex:
        return state.last.get(tells) or (other if other.who and other_sex in {tells, ""} else Owner())
    if other.who and other_sex == tells and state.owner == other and not state.saying and _same_sentence(words, other):
        return other
    if not cast.sex and other.who and other_sex == tells and state.owner == other:
        return other
    return Owner()


def _same_sentence(words: tuple[Word, ...], other: Owner) -> bool:
    return words[0].start <= other.start <= words[-1].end


def _sex(who: str, cast: Cast) -> str:
    last = who.lower().replace("-", " ").split()
    if who.lower() in cast.sexes:
        return cast.sexes[who.lower()]
    if any(each in HE for each in last[:1] + last[-1:]):
        return "he"
    return "she" if any(each in SHE for each in last[:1] + last[-1:]) else ""


def _person(words: tuple[Word, ...], place: int, cast: Cast) -> tuple[int, str] | None:
    """How many words from here name somebody, and whom."""
    word = words[place]
    folded = tuple(each.word for each in words[place : place + 3]) if word.word in _COMPOUNDS else ()
    for compound in _COMPOUNDS.get(word.word, ()):
        if folded[: len(compound)] == compound:
            name = " ".join(compound)
            worker = compound[-1] == "worker"
            return len(compound), WORKER if worker else _with_name(words, place + len(compound), name, cast)
    if (
        word.word in TITLES
        and place + 1 < len(words)
        and ((word.capital and words[place + 1].capital) or word.word in {"mr", "mrs", "ms", "dr"})
    ):
        return _titled(words, place, cast)
    if word.word in cast.workers and word.capital:
        return 1, WORKER
    known = word.word in cast.named and (word.capital or (len(word.word) > 3 and word.word not in FILLERS))
    if known and not (place and words[place - 1].word in TITLES):
        return 1, _called_by(word, cast)
    if word.word in cast.own and (word.capital or len(word.word) > 3):
        return 1, PERSON
    if word.word in RELATIVES and _is_the_person(words, place, cast):
        return 1, PERSON
    if word.word in RELATIVES and _is_relation(word, cast) and not _is_former(words, place):
        size = 2 if place + 1 < len(words) and words[place + 1].capital and words[place + 1].word in cast.named else 1
        if size == 2:
            return 2, _called_by(words[place + 1], cast)
        return 1, FULL.get(word.word, word.word)
    if word.word in WORKERS and not (word.raw.islower() and len(word.raw) < 3):
        return None if place and words[place - 1].word in _ONCE else (1, WORKER)
    return None


def _with_name(words: tuple[Word, ...], at: int, name: str, cast: Cast) -> str:
    if at < len(words) and words[at].capital and words[at].word in cast.named:
        return _called_by(words[at], cast)
    return name


def _called_by(word: Word, cast: Cast) -> str:
    """The relation where it is known ("daughter"), else the name ("Tyler")."""
    return cast.named[word.word]


_YOUNG = frozenset("lad lass boy girl child baby bb toddler".split())
_WHOSE = frozenset(
    "his her my their our your older younger elder youngest eldest oldest other little mos birth".split()
)


def _is_the_person(words: tuple[Word, ...], place: int, cast: Cast) -> bool:
    """ "Lad is 17", "mum is low" in a note of a baby: the person, where nothing says whose."""
    before = words[place - 1].word if place else ""
    if before == "my" and cast.own:
        return words[place].word in cast.called
    return words[place].word in cast.called and before not in _WHOSE and not before.endswith("s")


def _is_relation(word: Word, cast: Cast) -> bool:
    if (
        word.word in {"fa", "mo", "ma", "da", "ex", "sis", "gf", "gm", "dil", "sil", "mil", "fil", "bil"}
        and not word.capital
    ):
        return False
    return word.word not in cast.own


def _is_former(words: tuple[Word, ...], place: int) -> bool:
    """ "Ex rugby player" tells of a trade; "his ex" of somebody."""
    return words[place].word == "ex" and not (place and words[place - 1].word in _WHOSE | {"the"})


def _titled(words: tuple[Word, ...], place: int, cast: Cast) -> tuple[int, str] | None:
    name = words[place + 1]
    if name.word in cast.workers:
        return 2, WORKER
    key = f"{words[place].word} {name.word}"
    if key in cast.named:
        return 2, cast.named[key]
    return 2, PERSON


def _is_subject(words: tuple[Word, ...], place: int, size: int, *, heads: bool) -> bool:
    last = place + size - 1
    if re.search(r"['’]s?$", words[last].raw) and not _contracted(words, last):
        return False
    after = words[last + 1] if last + 1 < len(words) else None
    before = place - 1
    while (
        before >= 0
        and words[before].word in _BEFORE_SUBJECT
        and words[before].word not in _OBJECT
        and words[before].clause == words[place].clause
    ):
        before -= 1
    at_head = before < 0 or words[before].clause != words[place].clause
    if not at_head and words[before].word in _OBJECT:
        return after is not None and after.word == "who"
    if after is None or after.before == ",":
        return False
    if at_head:
        return after.clause == words[last].clause or after.word in {"who", "and", "which"} or after.before == "("
    return after.word in _VERBS or (words[last].raw.endswith(("'s", "’s")) and _contracted(words, last))


def _contracted(words: tuple[Word, ...], last: int) -> bool:
    """ "Grandson's mad on": an 's that is "is"."""
    after = words[last + 1].word if last + 1 < len(words) else ""
    return after in {"mad", "the", "a", "into", "always", "got", "been", "really", "good", "keen", "not"}


__all__ = ["PERSON", "WORKER", "Cast", "Owner", "owners"]
