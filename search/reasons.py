"""Why something is suggested, as short sentences with the facts that each stands on.

Invariant: pure; a reason is made only from what is known, never from an unknown, and its facts suffice to check it
against the database. A sentence begins small and has no full stop: it is read after "Because".
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cms.cards import Segment
from search.evidence import Evidence
from search.stems import stems
from search.types import WantedInterest
from search.vocabulary import Vocabulary

_DOES = {
    "place": "is what you find there",
    "service": "is what they help with",
    "volunteer_role": "is what this calls for",
    "offer": "is what somebody would share",
}
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
            (Segment("they mention "), Segment(evidence.words, said=True)),
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
        lead = f"they ask for “{wanted}”, which goes with "
    else:
        lead = f"it is a volunteer role in {in_sentence(vocabulary.concepts[meets].label)}, which goes with "
    return Reason("gift", (Segment(lead), Segment(f"“{said}”", said=True)), facts)


def sounds_like(words: str, closeness: float) -> Reason | None:
    """What only its meaning ties to what was said, as a guess that it is; None where it is not close (0)."""
    if not closeness:
        return None
    told = words if len(words.split()) <= MOST_WORDS_TOLD else ""
    said = Segment(told, said=True) if told else Segment("what was said")
    return Reason(
        "meaning",
        (Segment("what they do sounds close to "), said),
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
        return _does(said, meets, edge, _DOES.get(kind, "is what they do"))
    if evidence.shown_by == "suggested":
        return _mentions(said, meets, edge, lead="it looks to be about ")
    return _mentions(said, evidence.words or meets, edge)


def _does(said: Segment, meets: str, edge: str, does: str) -> tuple[Segment, ...]:
    if stems(said.text) == stems(meets):
        # The interest's own name, since what was said may be a verb: "she loves to sing", "singing is what they do".
        return (Segment(meets, said=True), Segment(f" {does}"))
    about = f"it is about {meets}, "
    return {
        "same": (said, Segment(f" points to {meets}, which {does}")),
        "narrower": (Segment(f"{about}a kind of "), said),
        "broader": (Segment(f"{about}which takes in "), said),
        "leads_to": (Segment(f"{about}a next step from "), said),
    }.get(edge, (Segment(f"{about}close to "), said))


def _mentions(said: Segment, words: str, edge: str, lead: str = "they mention ") -> tuple[Segment, ...]:
    they = Segment(f"{lead}{words}")
    if stems(said.text) == stems(words):
        return (Segment(lead), said)
    return {
        "same": (they, Segment(", which "), said, Segment(" points to")),
        "narrower": (they, Segment(", a kind of "), said),
        "broader": (they, Segment(", which takes in "), said),
        "leads_to": (they, Segment(", a next step from "), said),
    }.get(edge, (they, Segment(", close to "), said))
