"""A connector has looked at an offer: workers find it from now on, it goes back with a reason, or something is asked.

Invariant: of two who answer at once the first counts. What is published holds nothing of a person.
"""

from datetime import date

from django.utils import timezone

from cms.actions import publish_asset
from cms.models import Asset, AssetArea, AssetInterest, Kind
from connector.accounts.models import User
from connector.offers.actions.changing import changing
from connector.offers.deciding import may_agree
from connector.offers.heard import interests_of
from connector.offers.letters import ASKED, OUT, RETURNED, tell
from connector.offers.models import Offer
from connector.offers.times import times
from connector.offers.wording import SUMMARY, cut, described, told_too_much, told_when

State = Offer.State
WHO = "whoever offers it"


class TellsOfSomebody(ValueError):
    """Words that workers would read say who or where somebody is."""


class NotRung(ValueError):
    """Nobody has heard yet that the number is theirs."""


def agree_offer(*, offer: Offer, by: User, title: str, words: str, rung: bool = False) -> bool:
    """Publish it for workers under these words, and tell whoever offers it. False where that is not its turn any more.

    Raises TellsOfSomebody, ValueError without words, and NotRung where a number alone is known and `rung` is not said.
    """
    with changing(offer, "agree") as row:
        if row is None:
            return False
        if not may_agree(row.state, rung=rung):
            raise NotRung
        row.title, row.words = " ".join(title.split())[:120], words.strip()
        if not (row.title and row.words):
            raise ValueError("Write what workers read.")
        for told in (row.title, row.words, row.when, row.condition):
            if what := told_too_much(told, row.first_name):
                raise TellsOfSomebody(what)
        today = timezone.localdate()
        asset = _asset(row, today)
        publish_asset(asset=asset, by=by)
        row.asset_id, row.ends_on, row.state = asset.pk, today + times().runs, State.OUT
        row.proved_at = row.proved_at or timezone.now()
        _looked(row, by)
        if row.email:
            tell(row, OUT)
    return True


def return_offer(*, offer: Offer, by: User, reason: str) -> bool:
    """Not this time, and why: whoever offers it reads that. False where somebody has answered already. Raises
    ValueError without a reason."""
    if not reason.strip():
        raise ValueError("Say why. They read it.")
    with changing(offer, "return") as row:
        if row is None:
            return False
        row.state, row.reason, row.closed_on = State.RETURNED, reason.strip()[:300], timezone.localdate()
        _looked(row, by)
        if row.email:
            tell(row, RETURNED)
    return True


def ask_of_offer(*, offer: Offer, by: User, question: str) -> bool:
    """Ask whoever offers it something, by e-mail. False where that is not its turn. Raises ValueError without words."""
    if not question.strip():
        raise ValueError("Write what you would like to know.")
    with changing(offer, "ask") as row:
        if row is None or not row.email:
            return False
        row.state, row.question, row.answer = State.ASKED, question.strip()[:300], ""
        _looked(row, by)
        tell(row, ASKED, once=row.question)
    return True


def _looked(row: Offer, by: User) -> None:
    row.looked_at, row.looker = timezone.now(), by
    row.save()


def _asset(row: Offer, today: date) -> Asset:
    """The offer as workers find it, not saved: nothing of a person, and no place finer than a ward."""
    asset = Asset(
        kind=Kind.OFFER,
        name=row.title,
        summary=cut(" ".join(row.words.split()), SUMMARY),
        description=described(row.words, row.condition),
        opening_words=told_when(row.when, row.get_often_display() if row.often else ""),
        reach=Asset.Reach.AREA,
        cost=Asset.Cost.FREE,
        confirmed_on=today,
        confirmed_by=WHO,
        confirmed_how="when a connector agreed to it",
    )
    if row.area is not None:
        asset.asset_areas.set([AssetArea(area=row.area)])
    asset.asset_interests.set([AssetInterest(interest=each) for each in interests_of(row.heard)])
    return asset
