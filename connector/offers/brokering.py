"""What a worker is told of asking after somebody's offer, and the wish itself.

Invariant: nothing of whoever offers; only of offers that this viewer may see; one query for all of them.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from django.http import HttpRequest

from cms.models import Asset, Kind
from connector.offers.actions.ask_broker import ask_broker
from connector.offers.models import BrokerTask
from connector.offers.wording import brokered
from connector.reach.deciding import Act
from connector.reach.introducing import Told
from connector.reach.noting import note

VERB = "Ask the connector"
Row = tuple[date | None, date | None, str]


def wish_offer(request: HttpRequest, uuid: str) -> bool:
    """A worker's press of *Ask the connector*. Whether it was one of an offer that they may see."""
    viewer = request.viewer  # type: ignore[attr-defined]  # our middleware puts it there
    asset = Asset.objects.visible_to(viewer).filter(uuid=uuid, kind=Kind.OFFER).first()
    if asset is None or not viewer.works:
        return False
    ask_broker(asset=asset, by=request.user)
    note(request, Act.HELLO, [uuid])
    return True


def told_of_offers(request: HttpRequest, uuids: Iterable[str]) -> Mapping[str, Told]:
    """By uuid, of those that are offers: what came of this worker's last wish, and whether they may wish."""
    last: dict[str, Row] = {}
    offers = Asset.objects.filter(uuid__in=list(uuids), kind=Kind.OFFER).order_by()
    mine = BrokerTask.objects.filter(worker=request.user.pk).order_by("pk")
    names = ("asset__uuid", "since", "done_on", "came")
    found = [str(uuid) for uuid in offers.values_list("uuid", flat=True)]
    if found:
        for uuid, since, done_on, came in mine.filter(asset__uuid__in=found).values_list(*names):
            last[str(uuid)] = (since, done_on, came)
    return {uuid: _told(*last.get(uuid, (None, None, ""))) for uuid in found}


def _told(since: date | None, done_on: date | None, came: str) -> Told:
    words = brokered(since, done_on, introduced=came == BrokerTask.Came.INTRODUCED)
    return Told(words, since is None or done_on is not None, VERB)
