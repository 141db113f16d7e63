"""The day's work: who is asked today, who is reminded, which listing goes to a connector.

Invariant: each person is one transaction; what is put into the outbox has a key of its asking and step, so a day that
is done twice sends nothing twice. Whoever likes to be rung or visited is sent none: they are on the ring-round sheet.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import F, Max, Q, QuerySet
from django.utils import timezone

from cms.freshness import Facts, wants_asking
from cms.models import Asset
from connector.notifications.actions.enqueue import enqueue
from connector.stewardship.deciding import Open, Step, last_day, month_of, step_for
from connector.stewardship.models import Asked, Asking, Task, TimeOfYear
from connector.stewardship.people import Keeper, keepers, keeps
from connector.stewardship.tasks import close_settled
from connector.stewardship.ways import CHANNELS, RUNG

KIND = "still_right"
ABOUT = "stewardship.asking"


def weeks() -> tuple[int, ...]:
    """Weeks from the first message to each reminder, one after another, and from the last to a connector."""
    return tuple(int(each) for each in settings.CONNECTOR_REMINDER_WEEKS)


def ask_due(today: date) -> Counter[str]:
    """Do what is due today for everybody. What was done, by the name of the step."""
    close_settled(today)
    if not settings.CONNECTOR_ASK_GROUPS:
        return Counter()
    people = {each.person: each for each in keepers()}
    gone = Asking.objects.filter(closed_on=None).exclude(person__in=people)
    gone.update(closed_on=today)
    return Counter(str(step) for step in _each(people, today))


def _each(people: Mapping[str, Keeper], today: date) -> Sequence[Step]:
    chosen = dict(TimeOfYear.objects.values_list("person", "month"))
    last = dict(Asking.objects.values("person").annotate(last=Max("started_on")).values_list("person", "last"))
    now_open = {each.person: _followed(each, people) for each in Asking.objects.filter(closed_on=None)}
    known = {
        pk: Facts(confirmed_on=confirmed, ran_on=ran)
        for pk, confirmed, ran in Asset.objects.values_list("pk", "confirmed_on", "ran_on")
    }
    done = []
    for person, keeper in people.items():
        day = last_day(person, month_of(person, chosen.get(person)), today)
        wanting = [pk for pk in keeper.assets if wants_asking(known.get(pk, Facts()), day)]
        asking = now_open.get(person)
        step = step_for(
            today=today,
            day=day,
            last_asked=last.get(person),
            wanting=len(wanting),
            now_open=_open(asking, keeper) if asking else None,
            weeks=weeks(),
        )
        if step is not Step.NOTHING:
            _do(step, keeper, wanting, asking, today)
            done.append(step)
    return done


def _followed(asking: Asking, people: Mapping[str, Keeper]) -> Asking:
    """With where they are kept now: an import writes contacts anew."""
    recipient = people[asking.person].recipient
    if asking.recipient != recipient:
        asking.recipient = recipient
        asking.save(update_fields=["recipient"])
    return asking


def _open(asking: Asking, keeper: Keeper) -> Open:
    rung = asking.way in RUNG and keeper.way in RUNG
    return Open(asking.step, asking.last_on, left(asking).count(), rung, asking.tries)


@transaction.atomic
def _do(step: Step, keeper: Keeper, wanting: Sequence[int], asking: Asking | None, today: date) -> None:
    if asking is None:
        _ask(keeper, wanting, today)
    elif step is Step.REMIND:
        rows = Asking.objects.filter(pk=asking.pk, step=asking.step, closed_on=None)
        if rows.update(step=asking.step + 1, last_on=today, way=keeper.way, tries=0, try_from=None):
            _write(asking.pk, asking.step + 1, keeper)
    else:
        if step is Step.HAND_OVER:
            hand_over(asking, today)
        Asking.objects.filter(pk=asking.pk).update(closed_on=today)


def _ask(keeper: Keeper, wanting: Sequence[int], today: date) -> None:
    asking, made = Asking.objects.get_or_create(
        person=keeper.person,
        closed_on=None,
        defaults={"recipient": keeper.recipient, "started_on": today, "last_on": today, "way": keeper.way},
    )
    if made:
        Asked.objects.bulk_create([Asked(asking=asking, asset_id=pk) for pk in sorted(wanting)])
        _write(asking.pk, 1, keeper)


def _write(asking: int, step: int, keeper: Keeper) -> None:
    """A message in their way. Whoever is rung gets none: their line stands on the ring-round sheet."""
    if keeper.way not in CHANNELS:
        return
    key, about = f"{KIND}:{asking}:{step}", (ABOUT, str(asking))
    enqueue(kind=KIND, to=keeper.recipient, key=key, about=about, now=timezone.now(), channel=CHANNELS[keeper.way])


def left(asking: Asking) -> QuerySet[Asked]:
    """Listings of an asking that gave no sign of life since, here or in another way, and that are still out."""
    return unanswered().filter(asking=asking)


def unanswered() -> QuerySet[Asked]:
    """The same of all askings."""
    rows = Asked.objects.filter(answer="", asset__live=True)
    since = F("asking__started_on")
    confirmed = Q(asset__confirmed_on__isnull=False, asset__confirmed_on__gte=since)
    return rows.exclude(confirmed | Q(asset__ran_on__isnull=False, asset__ran_on__gte=since))


def hand_over(asking: Asking, today: date) -> None:
    """Nobody answered: a connector sees to those that are left."""
    for row in left(asking).select_related("asset"):
        if keeps(asking.recipient, row.asset):
            Task.objects.get_or_create(
                asset=row.asset, done_on=None, defaults={"what": Task.What.SILENT, "made_on": today}
            )
