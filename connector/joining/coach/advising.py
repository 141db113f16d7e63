"""From a listing, out or not yet, to the one piece of advice about it.

Invariant: reads only. Not known is never taken for yes.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils import timezone

from cms.models import Asset, AssetInterest
from cms.welcoming import safeguarding_unknown
from cms.whereabouts import access_of, nearest_place
from connector.joining.coach.deciding import SHORT, Advice, advise
from connector.joining.coach.looking import looked_for
from connector.joining.coach.plain_words import EASY_AGE, plainer, reading_age
from connector.joining.models import NewListing
from connector.joining.questions import LATER


@dataclass(frozen=True, slots=True)
class Words:
    """How a text reads: its age, whether that is easy, and the plainer words that could stand in it."""

    age: int | None
    easy: bool
    pairs: tuple[tuple[str, str], ...]
    plainer: str


def words_of(text: str) -> Words:
    """What to say of it."""
    age, better = reading_age(text), plainer(text)
    return Words(age, age is None or age <= EASY_AGE, better.pairs, better.text if better.pairs else "")


def advice_for(asset: Asset, asked: Collection[str] = ()) -> Advice | None:
    """For a listing as it is in hand: the row that people see, or a draft of it."""
    place, _ = nearest_place(asset, None)
    kept = [row for row in asset.asset_interests.all() if row.state != AssetInterest.State.REMOVED]
    looked = looked_for(
        asset_id=asset.pk,
        interests=[row.interest.code for row in kept],
        area=place.ward.code if place and place.ward else "",
        today=timezone.localdate(),
    )
    return advise(_known(asset), looked, asked)


def advice_for_draft(listing: NewListing, later: Collection[str]) -> Advice | None:
    """For what was just sent; `later`: the questions that are still open."""
    if listing.asset is None:
        return None
    return advice_for(listing.asset.get_latest_revision_as_object(), [each for each in LATER if each not in later])


def _known(asset: Asset) -> set[str]:
    """The codes of `deciding.TABLE` that the listing says, or that do not go with it."""
    place, _ = nearest_place(asset, None)
    goes = asset.reach == Asset.Reach.PLACES
    known = {fact.subject for fact in access_of(asset, place).values() if fact.state in ("yes", "no", "partly")}
    if not goes:
        known |= {"step_free", "toilet", "toilet_with_rails", "chairs_with_arms", "hearing_loop", "parking"}
    if "toilet_with_rails" in known:
        known.add("toilet")
    said = {
        "safeguarding": not safeguarding_unknown(asset.at_risk, asset.safeguarding_lead, asset.safeguarding_policy),
        "dates": bool(asset.sessions.all() or asset.opening_words),
        "contact": any(row.phone or row.email for row in asset.contacts.all()),
        "coming": bool(asset.coming),
        "first": bool(asset.first_happens.strip() or asset.greeter_name),
        "cost": asset.cost != Asset.Cost.UNKNOWN or bool(asset.cost_words),
        "sentence": len(asset.summary) + len(asset.description) >= SHORT,
        "picture": bool(asset.picture_id),
    }
    return known | {code for code, is_said in said.items() if is_said}
