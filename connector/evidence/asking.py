"""The day's work: who is asked after today's sessions, and which listing nobody answers for.

Invariant: each person has one question a day, whose message has a key of its own: a day that is done twice sends
nothing twice. It goes when the last of their sessions of that day is over; a day that was missed is let go.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from cms.models import Asset
from connector.evidence.deciding import WEEK, is_silent, may_ask, to_ask
from connector.evidence.models import AskAfter, AskedAbout, Evidence, Question
from connector.evidence.sessions import Met, met, sessions_of
from connector.notifications.actions.enqueue import enqueue
from connector.notifications.actions.not_wanted import not_wanted
from connector.notifications.models import Message
from connector.stewardship.models import Task
from connector.stewardship.people import keeps

KIND = "did_it_run"
ABOUT = "evidence.question"
KEPT = timedelta(days=400)


def do_day(today: date) -> Counter[str]:
    """Everything that is due on a day, and how much of each."""
    note_sent()
    done = Counter(silent=raise_silent(today), asked=ask_after_sessions(today))
    forget_old(today)
    return done


def ask_after_sessions(today: date) -> int:
    """Put a question to everybody who wants one today. How many."""
    wanted: dict[str, list[AskAfter]] = defaultdict(list)
    for row in AskAfter.objects.order_by("pk"):
        wanted[row.person].append(row)
    open_tasks = set(Task.objects.filter(what=Task.What.NO_SIGN, done_on=None).values_list("asset_id", flat=True))
    assets = {
        asset.pk: asset
        for asset in sessions_of({row.asset_id for rows in wanted.values() for row in rows} - open_tasks)
    }
    dates = {pk: met(asset, since=today - WEEK, until=today) for pk, asset in assets.items()}
    last = dict(Question.objects.values("person").annotate(last=Max("on")).values_list("person", "last"))
    answered = set(Evidence.objects.filter(on__gt=today - WEEK).values_list("asset_id", "on"))
    return sum(_ask(rows, assets, dates, last.get(person), answered, today) for person, rows in wanted.items())


def _ask(
    rows: Sequence[AskAfter],
    assets: Mapping[int, Asset],
    dates: Mapping[int, tuple[Met, ...]],
    last_asked: date | None,
    answered: set[tuple[int, date]],
    today: date,
) -> bool:
    if not_wanted(rows[0].person, KIND):
        return False
    if not may_ask(last_asked=last_asked, today=today, each_time=any(row.each_time for row in rows)):
        return False
    own = [row for row in rows if row.asset_id in assets and keeps(row.recipient, assets[row.asset_id])]
    days = {row.asset_id: [each.on for each in dates[row.asset_id]] for row in own}
    asked = to_ask(days, today=today, last_asked=last_asked, answered=answered)
    if not asked:
        return False
    over = max(each.over for pk in days for each in dates[pk] if each.on == today)
    return _put(own[0], asked, over, today)


@transaction.atomic
def _put(row: AskAfter, asked: Mapping[int, date], over: datetime, today: date) -> bool:
    fields = {"recipient": row.recipient, "channel": row.channel}
    question, made = Question.objects.get_or_create(person=row.person, on=today, defaults=fields)
    if made:
        AskedAbout.objects.bulk_create([AskedAbout(question=question, asset_id=pk, on=on) for pk, on in asked.items()])
        enqueue(
            kind=KIND,
            to=row.recipient,
            key=f"{KIND}:{question.pk}",
            about=(ABOUT, str(question.pk)),
            channel=row.channel,
            now=timezone.now(),
            due=over,
        )
    return made


def note_sent() -> None:
    """Which questions really went: nobody is silent who was never asked."""
    went = Message.objects.filter(kind=KIND, state=Message.State.SENT).values_list("about_id", flat=True)
    Question.objects.filter(sent=False, pk__in=[int(pk) for pk in went]).update(sent=True)


def raise_silent(today: date) -> int:
    """Make a task of each listing that nobody answers for. How many."""
    asked: dict[int, set[date]] = defaultdict(set)
    for pk, on in AskedAbout.objects.filter(question__sent=True, asset__live=True).values_list("asset_id", "on"):
        asked[pk].add(on)
    answered = _last(Evidence.objects.filter(asset__in=asked).values_list("asset_id", "on"))
    seen_to = _last(
        Task.objects.filter(asset__in=asked, what=Task.What.NO_SIGN)
        .exclude(done_on=None)
        .values_list("asset_id", "done_on")
    )
    wanted = set(AskAfter.objects.values_list("asset_id", flat=True))
    made = 0
    for pk in sorted(wanted & asked.keys()):
        since = max(filter(None, (answered.get(pk), seen_to.get(pk))), default=None)
        if is_silent(asked=asked[pk], answered=since, today=today):
            made += Task.objects.get_or_create(
                asset_id=pk, done_on=None, defaults={"what": Task.What.NO_SIGN, "made_on": today}
            )[1]
    return made


def _last(pairs: Iterable[tuple[int, date | None]]) -> dict[int, date]:
    found: dict[int, date] = {}
    for pk, day in pairs:
        if day is not None:
            found[pk] = max(day, found.get(pk, day))
    return found


def forget_old(today: date) -> int:
    """What was asked and said more than a year ago. When a listing last ran stays with it."""
    old = today - KEPT
    return Question.objects.filter(on__lt=old).delete()[0] + Evidence.objects.filter(on__lt=old).delete()[0]
