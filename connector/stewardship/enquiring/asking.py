"""The day's work: who is asked today what visits needed to know, all of it at once.

Invariant: each person is one transaction, and the message has a key of its enquiry: a day that is done twice sends
nothing twice. Whoever likes to be rung or visited is sent none: they are on the ring-round sheet. A question counts as
asked once a message with it really went, or somebody rang often enough.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from connector.asking.models import AccessQuestion
from connector.asking.waiting import Waiting, left_of
from connector.notifications.actions.enqueue import enqueue
from connector.notifications.actions.not_wanted import not_wanted
from connector.notifications.models import Message
from connector.stewardship.enquiring.deciding import Open, Step, step_for
from connector.stewardship.models import Enquiry
from connector.stewardship.people import Keeper, keepers
from connector.stewardship.ways import CHANNELS, RUNG

KIND = "people_need_to_know"
ABOUT = "stewardship.enquiry"
Left = Mapping[int, Sequence[Waiting]]


def enquire_due(today: date) -> Counter[str]:
    """Do what is due today for everybody. What was done, by the name of the step."""
    if not settings.CONNECTOR_ASK_GROUPS:
        return Counter()
    people = {each.person: each for each in keepers()}
    Enquiry.objects.filter(closed_on=None).exclude(person__in=people).update(closed_on=today)
    now_open = {each.person: each for each in Enquiry.objects.filter(closed_on=None)}
    note_sent(people)
    last = dict(Enquiry.objects.values("person").annotate(last=Max("started_on")).values_list("person", "last"))
    left = left_of()
    done: Counter[str] = Counter()
    for person in sorted(_concerned(people, left) | now_open.keys()):
        step = _do(people[person], left, last.get(person), now_open.get(person), today)
        done[str(step)] += step is not Step.NOTHING
    return +done


def note_sent(people: Mapping[str, Keeper]) -> None:
    """Which messages really went: what stood in them was asked. `people`: by person, all whose enquiry is open."""
    waiting = [each for each in Enquiry.objects.filter(closed_on=None, sent=False) if each.way in CHANNELS]
    ids = [str(each.pk) for each in waiting]
    went = set(
        Message.objects.filter(kind=KIND, state=Message.State.SENT, about_id__in=ids).values_list("about_id", flat=True)
    )
    for each in waiting:
        if str(each.pk) in went:
            Enquiry.objects.filter(pk=each.pk).update(sent=True)
            _mark_asked(people[each.person], each.started_on)


def _concerned(people: Mapping[str, Keeper], left: Left) -> set[str]:
    """Whom there is something new to ask."""
    keeps: defaultdict[int, set[str]] = defaultdict(set)
    for person, keeper in people.items():
        for pk in keeper.assets & left.keys():
            keeps[pk].add(person)
    return {person for pk, rows in left.items() if any(each.new for each in rows) for person in keeps[pk]}


@transaction.atomic
def _do(keeper: Keeper, left: Left, last_asked: date | None, enquiry: Enquiry | None, today: date) -> Step:
    rows = [each for pk in keeper.assets for each in left.get(pk, ())]
    step = step_for(
        today=today,
        last_asked=last_asked,
        new=sum(each.new for each in rows),
        now_open=_open(enquiry, keeper, len(rows)) if enquiry else None,
    )
    if step is Step.ASK:
        return step if _ask(keeper, today) else Step.NOTHING
    if step is Step.CLOSE and enquiry is not None:
        if enquiry.way in RUNG and rows:
            _mark_asked(keeper, enquiry.started_on)
        Enquiry.objects.filter(pk=enquiry.pk).update(closed_on=today)
    elif enquiry is not None:
        _follow(enquiry, keeper)
    return step


def _open(enquiry: Enquiry, keeper: Keeper, left: int) -> Open:
    rung = enquiry.way in RUNG and keeper.way in RUNG
    return Open(enquiry.started_on, left, rung, enquiry.tries)


def _ask(keeper: Keeper, today: date) -> bool:
    """A message in their way, or a line on the ring-round sheet. False where they want none of these."""
    if keeper.way in CHANNELS and not_wanted(keeper.person, KIND):
        return False
    fields = {"recipient": keeper.recipient, "way": keeper.way, "started_on": today}
    enquiry, made = Enquiry.objects.get_or_create(person=keeper.person, closed_on=None, defaults=fields)
    if made and keeper.way in CHANNELS:
        key, about, channel = f"{KIND}:{enquiry.pk}", (ABOUT, str(enquiry.pk)), CHANNELS[keeper.way]
        enqueue(kind=KIND, to=keeper.recipient, key=key, about=about, now=timezone.now(), channel=channel)
    return made


def _follow(enquiry: Enquiry, keeper: Keeper) -> None:
    """To where they are kept now: an import writes contacts anew."""
    if enquiry.recipient != keeper.recipient:
        Enquiry.objects.filter(pk=enquiry.pk).update(recipient=keeper.recipient)


def _mark_asked(keeper: Keeper, since: date) -> None:
    rows = AccessQuestion.objects.filter(asset__in=keeper.assets, state=AccessQuestion.State.OPEN)
    rows.filter(first_asked__lte=since).update(state=AccessQuestion.State.ASKED)
