"""What happened to a group before somebody looks: `python -m tests.browser.group_acts NAME ARGUMENT…`. The last line
answers in JSON.

Invariant: by the product's own doors, in a process beside the server's; the only things bent are how long ago something
was, and whose computer a calendar lies on.
"""

import json
import sys
from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any
from urllib.parse import urlsplit

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.utils import timezone  # noqa: E402

from cms.access import NAMES  # noqa: E402
from cms.models import Asset, AssetPlace, Contact, Place, Session  # noqa: E402
from connector.accounts.actions.let_keep import let_keep  # noqa: E402
from connector.accounts.models import User  # noqa: E402
from connector.asking.actions.answer_question import answer_question  # noqa: E402
from connector.asking.actions.raise_question import raise_question  # noqa: E402
from connector.claiming import letters as claim_letters  # noqa: E402
from connector.claiming.actions import claim as claiming  # noqa: E402
from connector.corrections.actions.suggest import suggest_correction  # noqa: E402
from connector.demo.accounts import PASSWORD  # noqa: E402
from connector.evidence import message as ran  # noqa: E402
from connector.evidence.actions.ask_after import switch_on  # noqa: E402
from connector.evidence.asking import ask_after_sessions  # noqa: E402
from connector.evidence.models import Question  # noqa: E402
from connector.evidence.sessions import met_lately  # noqa: E402
from connector.feeds.actions.calendars import follow_calendar, give_calendar  # noqa: E402
from connector.feeds.following import follow  # noqa: E402
from connector.feeds.looking import look  # noqa: E402
from connector.joining.doors import AGREE, address_of  # noqa: E402
from connector.joining.models import NewListing  # noqa: E402
from connector.links.actions.make_link import make_link  # noqa: E402
from connector.notifications.models import Message  # noqa: E402
from connector.notifications.recipients import USER, person_key, reference  # noqa: E402
from connector.notifications.sending import KIND, STOP, send_due  # noqa: E402
from connector.reach.actions.count import count  # noqa: E402
from connector.reach.actions.say_hello import say_hello  # noqa: E402
from connector.reach.deciding import Count  # noqa: E402
from connector.reach.models import SayHello  # noqa: E402
from connector.stewardship import message as right  # noqa: E402
from connector.stewardship.asking import ask_due  # noqa: E402
from connector.stewardship.deciding import last_day, month_of  # noqa: E402
from connector.stewardship.enquiring import message as needed  # noqa: E402
from connector.stewardship.enquiring.asking import enquire_due  # noqa: E402
from connector.stewardship.models import Asking, Enquiry, Task  # noqa: E402
from tests.feeds.test_reading import calendar  # noqa: E402
from tests.fetching.pages import FakeFetcher, Page  # noqa: E402
from tests.waiting import until  # noqa: E402

LONG = timedelta(weeks=60)
"""Longer than anybody is left in peace for, and an even number of weeks: what is on every other week stays so."""
LATELY = 28
RINGERS, DARTS, WALKERS = "Bank Top Bell Ringers", "Viaduct Darts", "Bank Top Amblers"
WEBCAL = "https://calendars.example/ringers.ics"


def a_year_later(address: str, name: str, email: str) -> list[str]:
    """Whatever was said of a listing is more than a year ago, and it has met ever since. This person is asked whether
    all is still right and, after its last session, whoever wants that whether it ran. The messages have gone."""
    settings.CONNECTOR_BASE_URL = address
    asset = _time_went_by(Asset.objects.get(name=name))
    _ask(person_key(email))
    _ask_after(asset)
    return [_gone(right.KIND), _gone(ran.KIND)]


def a_groups_pages(address: str) -> dict[str, str]:
    """A group of which everything is under way. The paths of its pages, and of what links open, by name."""
    settings.CONNECTOR_BASE_URL = address
    asset, vera = _ringers()
    darts = _darts()
    _ask(person_key(vera.email))
    _ask(person_key("01632 960 078"))
    switch_on(recipient=reference(USER, vera.pk), asset=asset)
    _ask_after(asset)
    _brings(asset)
    _follows(asset, vera)
    say_hello(asset=darts, on=timezone.localdate())
    task = Task.objects.create(asset=asset, what=Task.What.NO_SIGN, made_on=timezone.localdate())
    found = {name: urlsplit(each).path for name, each in _links(asset, darts, vera).items()}
    found["people_need_to_know"] = urlsplit(_needed()).path
    return found | {
        "ringers": str(asset.uuid),
        "darts": str(darts.uuid),
        "time": str(asset.sessions.values_list("pk", flat=True).first()),
        "hello": str(SayHello.objects.get(asset=darts).pk),
        "task": str(task.pk),
    }


def _ringers() -> tuple[Asset, User]:
    """A group with an editor, who is a contact too."""
    vera = User.objects.create_user("vera@tenterclough.example", PASSWORD, first_name="Vera")
    asset = _listing(RINGERS, "We ring handbells, and have a brew after.", "Bank Top Mission Hall")
    Contact.objects.create(asset=asset, name="Vera", phone="01632 960 077", email=vera.email)
    _publish(asset)
    let_keep(asset=asset, user=vera, by=vera)
    return asset, vera


def _darts() -> Asset:
    """A group that nobody keeps, and whose contact likes to be rung."""
    asset = _listing(DARTS, "A friendly game of darts.", "Viaduct Working Men's Club")
    Contact.objects.create(
        asset=asset,
        name="Doris",
        role="behind the bar",
        phone="01632 960 078",
        prefers=Contact.Way.TELEPHONE,
        best_time=Contact.BestTime.EVENING,
        best_time_words="not Tuesdays",
    )
    _publish(asset)
    return asset


def _needed() -> str:
    """Where a contact is asked what visits needed to know: one thing is said in part already, one is not."""
    asset = _listing(WALKERS, "A slow walk by the canal.", "Bank Top Mission Hall")
    Contact.objects.create(asset=asset, name="Hazel", email="hazel@tenterclough.example")
    _publish(asset)
    today = timezone.localdate()
    unknown = (each for each in NAMES if raise_question(asset_id=asset.pk, subject=each, on=today))
    said, _left = next(unknown), next(unknown)
    enquire_due(today)
    enquiry = Enquiry.objects.get(person=person_key("hazel@tenterclough.example"))
    mine = Asset.objects.filter(pk=asset.pk)
    answer_question(asset=asset, subject=said, state="partly", by=None, reached=mine)
    about = (needed.ABOUT, str(enquiry.pk))
    return make_link(purpose=needed.PURPOSE, about=about, to=enquiry.recipient, now=timezone.now())


def _listing(name: str, summary: str, place: str) -> Asset:
    asset = Asset(name=name, summary=summary, live=False, cost=Asset.Cost.PAID, cost_pence=200)
    asset.confirmed_on, asset.confirmed_by, asset.confirmed_how = timezone.localdate() - LONG, "Vera", "by telephone"
    asset.save()
    where = Place.objects.get(name=place)
    AssetPlace.objects.create(asset=asset, place=where)
    first = timezone.localdate() - LONG
    Session.objects.create(
        asset=asset, place=where, rhythm="weekly", days=["TU", "TH"], first=first, start=time(19), end=time(20, 30)
    )
    return asset


def _publish(asset: Asset) -> None:
    asset.refresh_from_db()
    asset.save_revision().publish()
    asset.refresh_from_db()


def _brings(asset: Asset) -> None:
    today, uuid = timezone.localdate(), str(asset.uuid)
    for which, times in ((Count.SHOWN, 14), (Count.KEPT, 6), (Count.PRINTED, 2)):
        for _ in range(times):
            count(new=[(uuid, which)], but=(), on=today)
    raise_question(asset_id=asset.pk, subject="step_free", on=today)
    suggest_correction(asset=asset, topic="times", words="It begins at half past seven now.")


def _follows(asset: Asset, by: User) -> None:
    """Their calendar, as it was when they gave it, and with one evening called off since."""
    start = datetime.combine(timezone.localdate() + timedelta(days=1), time(19))
    lines = f"UID:a@b\nSUMMARY:Bells\nDTSTART:{start:%Y%m%dT%H%M%S}\nDURATION:PT1H30M\nRRULE:FREQ=WEEKLY;COUNT=20"
    off = f"{lines}\nEXDATE:{start + timedelta(weeks=2):%Y%m%dT%H%M%S}"
    before, after = (FakeFetcher({WEBCAL: Page(calendar(each))}) for each in (lines, off))
    give_calendar(asset=asset, url=WEBCAL, words="", seen=look(WEBCAL, (), now=timezone.now(), fetcher=before), by=by)
    feed = follow_calendar(asset=asset)
    assert feed is not None
    follow(feed, by=after)


def _links(asset: Asset, darts: Asset, vera: User) -> dict[str, str]:
    """Whole addresses."""
    now, to = timezone.now(), reference(USER, vera.pk)
    asking, question = Asking.objects.get(recipient=to), Question.objects.get(recipient=to)
    claim = claiming.ask_to_keep(
        asset=asset, name="Sheila", email="sheila@elsewhere.example", words="I ring the tenor."
    )
    nominated = NewListing.objects.create(
        asset=darts, mine=False, state=NewListing.State.OUT, made_at=now, changed_at=now
    )
    _correction, standing = suggest_correction(asset=asset, topic="place", words="They are at the chapel now.")
    return {
        "still_right": make_link(purpose=right.PURPOSE, about=(right.ABOUT, str(asking.pk)), to=to, now=now),
        "did_it_run": make_link(purpose=ran.PURPOSE, about=(ran.ABOUT, str(question.pk)), to=to, now=now),
        "stop": make_link(purpose=STOP, about=(KIND, right.KIND), to=to, now=now),
        "claim": make_link(purpose=claim_letters.PURPOSE, about=(claim_letters.CLAIM, str(claim.pk)), to=to, now=now),
        "agree": address_of(AGREE, nominated, now),
        "standing": standing,
    }


def _time_went_by(asset: Asset) -> Asset:
    draft = asset.get_latest_revision_as_object()
    sessions = list(draft.sessions.all())
    for session in sessions:
        session.first -= LONG
    draft.sessions.set(sessions)
    draft.save_revision().publish()
    earlier = {
        field: value - LONG for field in ("confirmed_on", "ran_on") if (value := getattr(asset, field)) is not None
    }
    Asset.objects.filter(pk=asset.pk).update(**earlier)
    return asset


def _ask_after(asset: Asset) -> None:
    """As on the evening of the last day on which it met."""
    day = met_lately(asset, timezone.now() - timedelta(hours=6), LATELY)
    assert day is not None, "It did not meet of late."
    ask_after_sessions(day)


def _ask(person: str) -> None:
    ask_due(last_day(person, month_of(person, None), timezone.localdate()))


def _gone(kind: str) -> str:
    """Send until nothing of this kind waits any more, here or with the server's own worker."""
    waiting = Message.objects.filter(kind=kind, state__in=(Message.State.WAITING, Message.State.SENDING))
    until(lambda: send_due() == 0 and not waiting.exists(), seconds=60, every=0.1)
    return kind


ACTS: dict[str, Callable[..., Any]] = {act.__name__: act for act in (a_year_later, a_groups_pages)}

if __name__ == "__main__":
    print(json.dumps(ACTS[sys.argv[1]](*sys.argv[2:])))
