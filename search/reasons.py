"""Why something is suggested, as short sentences with the facts that each stands on.

Invariant: pure; a reason is made only from what is known, never from an unknown, and its facts suffice to check it
against the database. A sentence begins small and has no full stop: it is read after "Because".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cms.cards import Segment
from cms.tongue import gettext, gettext_noop
from search.evidence import Evidence
from search.stems import stems
from search.types import WantedInterest
from search.vocabulary import Vocabulary

# By kind of listing: the interest alone, and what was said beside the interest that it points to.
_DOES = {
    "place": (
        gettext_noop("%(meets)s is what you find there"),
        gettext_noop("%(said)s points to %(meets)s, which is what you find there"),
    ),
    "service": (
        gettext_noop("%(meets)s is what they help with"),
        gettext_noop("%(said)s points to %(meets)s, which is what they help with"),
    ),
    "volunteer_role": (
        gettext_noop("%(meets)s is what this calls for"),
        gettext_noop("%(said)s points to %(meets)s, which is what this calls for"),
    ),
    "offer": (
        gettext_noop("%(meets)s is what somebody would share"),
        gettext_noop("%(said)s points to %(meets)s, which is what somebody would share"),
    ),
}
_DO = (
    gettext_noop("%(meets)s is what they do"),
    gettext_noop("%(said)s points to %(meets)s, which is what they do"),
)
_ABOUT = {
    "narrower": gettext_noop("it is about %(meets)s, a kind of %(said)s"),
    "broader": gettext_noop("it is about %(meets)s, which takes in %(said)s"),
    "leads_to": gettext_noop("it is about %(meets)s, a next step from %(said)s"),
    "related": gettext_noop("it is about %(meets)s, close to %(said)s"),
}
_MENTIONED = {
    "itself": gettext_noop("they mention %(said)s"),
    "same": gettext_noop("they mention %(words)s, which %(said)s points to"),
    "narrower": gettext_noop("they mention %(words)s, a kind of %(said)s"),
    "broader": gettext_noop("they mention %(words)s, which takes in %(said)s"),
    "leads_to": gettext_noop("they mention %(words)s, a next step from %(said)s"),
    "related": gettext_noop("they mention %(words)s, close to %(said)s"),
}
_SUGGESTED = {
    "itself": gettext_noop("it looks to be about %(said)s"),
    "same": gettext_noop("it looks to be about %(words)s, which %(said)s points to"),
    "narrower": gettext_noop("it looks to be about %(words)s, a kind of %(said)s"),
    "broader": gettext_noop("it looks to be about %(words)s, which takes in %(said)s"),
    "leads_to": gettext_noop("it looks to be about %(words)s, a next step from %(said)s"),
    "related": gettext_noop("it looks to be about %(words)s, close to %(said)s"),
}
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_PROPER = frozenset(
    "English Welsh Scottish Irish Polish Urdu Punjabi Bengali Gujarati Chinese Caribbean African Asian Indian "
    "Ukrainian Somali Sudanese Arabic British Christmas Easter Eid Diwali Ramadan Vaisakhi Lego Quaker Jewish Muslim "
    "Christian Hindu Sikh Buddhist Gypsy Roma Tudor Victorian Latin French Spanish German".split()
)


# A longer piece of a note is not put into a sentence.
MOST_WORDS_TOLD = 6


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence in pieces, its kind, and the facts that it stands on (plain JSON values)."""

    kind: str
    segments: tuple[Segment, ...]
    facts: Mapping[str, object]

    @property
    def sentence(self) -> str:
        """The sentence as one text, capital and full stop added."""
        text = "".join(segment.text for segment in self.segments)
        return f"{text[:1].upper()}{text[1:]}."


def interest_reason(evidence: Evidence, kind: str, vocabulary: Vocabulary) -> Reason:
    """The liking: what was said, and how what they do meets it."""
    if evidence.want is None:
        return Reason(
            "words",
            _in_pieces(gettext("they mention %(said)s"), said=Segment(evidence.words, said=True)),
            {"kind": "words", "said": evidence.words, "shown_by": "text"},
        )
    want = evidence.want
    edge = _edge(want, vocabulary)
    facts = {
        "kind": "interest",
        "said": want.said,
        "interest": want.origin,
        "meets": want.code,
        "edge": edge,
        "shown_by": evidence.shown_by,
        "words": evidence.words,
    }
    return Reason("interest", _interest_words(evidence, want, edge, kind, vocabulary), facts)


def gift_reason(said: str, wanted: str, meets: str, vocabulary: Vocabulary) -> Reason:
    """What somebody could give, and that it is asked for. `wanted`: their own words for the help that they would like,
    "" where it is a volunteer role about the concept `meets`."""
    facts = {"kind": "gift", "said": said, "wanted": wanted, "meets": meets}
    if wanted:
        words, about = gettext("they ask for “%(about)s”, which goes with %(said)s"), wanted
    else:
        words = gettext("it is a volunteer role in %(about)s, which goes with %(said)s")
        about = in_sentence(vocabulary.concepts[meets].label)
    return Reason("gift", _in_pieces(words, about=Segment(about), said=Segment(f"“{said}”", said=True)), facts)


def sounds_like(words: str, closeness: float) -> Reason | None:
    """What only its meaning ties to what was said, as a guess that it is; None where it is not close (0)."""
    if not closeness:
        return None
    told = words if len(words.split()) <= MOST_WORDS_TOLD else ""
    said = Segment(told, said=True) if told else Segment(gettext("what was said"))
    return Reason(
        "meaning",
        _in_pieces(gettext("what they do sounds close to %(said)s"), said=said),
        {"kind": "meaning", "said": told, "closeness": round(float(closeness), 2)},
    )


def reason_again(origin: str, meets: str, kind: str, tagged: bool, vocabulary: Vocabulary) -> tuple[Segment, ...]:
    """The liking once more, from the codes alone: what was wished for, what the listing has of it. Nobody's own
    words are in it. Empty where the vocabulary no longer knows one of them."""
    if origin not in vocabulary.concepts or meets not in vocabulary.concepts:
        return ()
    want = WantedInterest(code=meets, origin=origin)
    evidence = Evidence(want, "tag" if tagged else "suggested", "", 1.0)
    words = _interest_words(evidence, want, _edge(want, vocabulary), kind, vocabulary)
    return (*(Segment(each.text) for each in words), Segment("."))


def in_sentence(label: str) -> str:
    """A label as it stands inside a sentence: "Embroidery" small, "English conversation" and "DIY" as they are."""
    first = label.split(" ", 1)[0]
    if first in _PROPER or (first.isupper() and len(first) > 1):
        return label
    return label[:1].lower() + label[1:]


def _edge(want: WantedInterest, vocabulary: Vocabulary) -> str:
    if want.code == want.origin:
        return "same"
    return next((near.kind for near in vocabulary.near(want.origin) if near.code == want.code), "related")


def _interest_words(
    evidence: Evidence, want: WantedInterest, edge: str, kind: str, vocabulary: Vocabulary
) -> tuple[Segment, ...]:
    meets = in_sentence(vocabulary.concepts[want.code].label)
    said = Segment(in_sentence(want.said or vocabulary.concepts[want.origin].label), said=True)
    if evidence.shown_by == "tag":
        return _does(said, meets, edge, _DOES.get(kind, _DO))
    if evidence.shown_by == "suggested":
        return _mentions(said, meets, edge, _SUGGESTED)
    return _mentions(said, evidence.words or meets, edge, _MENTIONED)


def _does(said: Segment, meets: str, edge: str, does: tuple[str, str]) -> tuple[Segment, ...]:
    alone, pointed_to = does
    if stems(said.text) == stems(meets):
        # The interest's own name, since what was said may be a verb: "she loves to sing", "singing is what they do".
        return _in_pieces(gettext(alone), meets=Segment(meets, said=True))
    words = pointed_to if edge == "same" else _ABOUT.get(edge, _ABOUT["related"])
    return _in_pieces(gettext(words), said=said, meets=Segment(meets))


def _mentions(said: Segment, words: str, edge: str, told: Mapping[str, str]) -> tuple[Segment, ...]:
    tie = "itself" if stems(said.text) == stems(words) else edge
    return _in_pieces(gettext(told.get(tie, told["related"])), said=said, words=Segment(words))


def _in_pieces(message: str, **told: Segment) -> tuple[Segment, ...]:
    """A sentence cut at its placeholders, in whichever order its language has them; plain words next to each other
    are one piece."""
    pieces: list[Segment] = []
    for place, part in enumerate(_PLACEHOLDER.split(message)):
        piece = told[part] if place % 2 else Segment(part)
        if pieces and not piece.said and not pieces[-1].said:
            pieces[-1] = Segment(pieces[-1].text + piece.text)
        elif piece.text:
            pieces.append(piece)
    return tuple(pieces)
