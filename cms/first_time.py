"""What somebody asks before they go for the first time: the questions, and which of them a listing answers.

Invariant: what is not known is never counted as yes; where a place is secret nobody is told or asked where its door is.
"""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.access import KNOWN
from cms.models import Asset, Kind
from cms.welcoming import sentence
from cms.whereabouts import places_of


class Question(NamedTuple):
    """`asked`: as somebody who would come asks it; `name`: as a group is asked; both without their question mark.
    `field`: where of a listing its answer stands, of `most` letters. `said`: what stands before the answer."""

    asked: str | Promise
    name: str | Promise
    field: str
    most: int
    said: str | Promise = ""


# In the order that they are read.
QUESTIONS: Final[Mapping[str, Question]] = {
    "arrive": Question(
        _("What happens when you arrive"), _("What happens when somebody arrives"), "first_happens", 600
    ),
    "meets": Question(_("Who meets you"), _("Who meets new people"), "greeter_name", 200),
    "door": Question(_("Where is the door"), _("Where is the door"), "first_door", 250),
    "company": Question(
        _("Can you bring somebody"), _("Can people bring somebody"), "first_company", 160, _("Bringing somebody.")
    ),
    "busy": Question(_("How busy is it"), _("How busy is it"), "first_busy", 160, _("How busy.")),
    "quiet": Question(_("When is it quiet"), _("When is it quiet"), "first_quiet", 160, _("When it is quiet.")),
    "leave": Question(
        _("Can you leave after ten minutes"), _("Can people leave after ten minutes"), "first_leave", 160, _("Leaving.")
    ),
}
_BEFORE: Final = ("arrive", "meets")
_ONLINE: Final = (*_BEFORE, "busy", "leave")


def asked_of(asset: Asset) -> tuple[str, ...]:
    """The questions that go with such a listing. What has no door is not asked where it is, and of what comes to
    people only who comes and what happens then; a person's offer is brokered, and asked nothing."""
    if asset.kind == Kind.OFFER:
        return ()
    if asset.kind == Kind.ONLINE or asset.reach == Asset.Reach.ONLINE:
        return _ONLINE
    if asset.kind == Kind.VISITING or asset.reach != Asset.Reach.PLACES:
        return _BEFORE
    return tuple(subject for subject in QUESTIONS if subject != "door" or not asset.secret)


def known(asset: Asset) -> frozenset[str]:
    """The questions that this listing, as it stands, answers; all that do not go with it count as answered."""
    facts = {fact.subject for fact in asset.access_facts.all() if fact.state in KNOWN}
    found = {subject for subject, question in QUESTIONS.items() if str(getattr(asset, question.field)).strip()}
    found |= QUESTIONS.keys() - set(asked_of(asset))
    if asset.first_picture_id or any(place.directions.strip() for place in places_of(asset)):
        found.add("door")
    if "bring_a_carer" in facts:
        found.add("company")
    if asset.usual_least or asset.usual_most or asset.mood:
        found.add("busy")
    if asset.mood == Asset.Mood.QUIET:
        found.add("quiet")
    return frozenset(found)


def unknown(asset: Asset) -> tuple[str, ...]:
    """What the page of this listing cannot answer, in the order that it is read."""
    answered = known(asset)
    return tuple(subject for subject in asked_of(asset) if subject not in answered)


def told(asset: Asset) -> tuple[tuple[str, str], ...]:
    """What the listing says of company, how busy it is, when it is quiet and leaving: (what of, sentence)."""
    return tuple(
        (str(question.said), sentence(words))
        for subject, question in QUESTIONS.items()
        if question.said and subject in asked_of(asset) and (words := str(getattr(asset, question.field)))
    )


def put_words(asset: Asset, subject: str, words: str) -> None:
    """An answer, as a group or a connector wrote it, into a draft of its listing. Saves nothing."""
    question = QUESTIONS[subject]
    plain = _lines(words.splitlines())[: question.most].strip()
    if subject == "meets":
        asset.greeter_name, asset.greeter_words = _greeter(plain)
    else:
        setattr(asset, question.field, plain if subject == "arrive" else " ".join(plain.split()))


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _greeter(words: str) -> tuple[str, str]:
    """ "Maureen, by the blue door" -> a name and what of her; a long first part is a sentence that begins with her."""
    plain = " ".join(words.split()).rstrip(".")
    name, _, rest = plain.partition(",")
    if len(name.split()) > 4:
        name, _, rest = plain.partition(" ")
    return f"{name[:1].upper()}{name[1:]}"[:80].strip(), rest.strip()[:160]
