"""From the answers to an asset in memory, with its parts, and a later answer into a draft that waits.

Invariant: saves a place that is new, not live, and nothing else; nothing of a person goes where they did not agree to.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cms.imports.drafts import Content
from cms.models import Area, Asset, AssetInterest, AssetPlace, Contact, Interest, Place
from cms.selfservice.access_answers import put_access
from connector.joining.agreements import VISIBILITY
from connector.joining.hearing import sessions_of
from connector.joining.kinds import kind_of
from connector.suggesting.place_names import is_place
from connector.suggesting.suggest import Suggester
from search.interests import vocabulary

Answers = Mapping[str, Any]
_REACH = {"online": Asset.Reach.ONLINE, "visiting": Asset.Reach.VISITING}


def drafted(answers: Answers, *, mine: bool, today: date) -> tuple[Asset, Place | None]:
    """The asset, unsaved, and the place that was made for it, if one was."""
    what, when, where, who = (answers[each] for each in ("what", "when", "where", "who"))
    asset = Asset(
        kind=kind_of(what["name"], what["summary"], where["how"]),
        name=what["name"],
        summary=what["summary"],
        reach=_REACH.get(where["how"], Asset.Reach.PLACES),
        opening_words=when["words"] if when["varies"] else "",
        cost=who["cost"],
        cost_pence=who["pence"],
        who_for=who["who_for"],
        at_risk=who["at_risk"],
        met=False,
        unasked=not mine,
        **(_confirmed(answers, today) if mine else {}),
    )
    place, made = _place(where)
    asset.sessions.set(_sessions(when["times"], place))
    if place is not None:
        asset.asset_places.set([AssetPlace(place=place)])
    if contact := _contact(answers["ask"]):
        asset.contacts.set([contact])
    asset.asset_interests.set(_interests(asset))
    put_later(asset, answers.get("later") or {})
    return asset, place if made else None


def put_later(asset: Asset, later: Answers) -> None:
    """What was answered of the later questions, into an asset in memory."""
    if told := later.get("safeguarding"):
        asset.safeguarding_lead, asset.safeguarding_policy = told["lead"], told["policy"]
    if told := later.get("coming"):
        asset.coming, asset.new_a_month, asset.cannot_do = told["coming"], told["new_a_month"], told["cannot_do"]
    if told := later.get("first"):
        asset.first_happens, asset.first_bring = told["happens"], told["bring"]
    if told := later.get("access"):
        put_access(asset, told["facts"])
    if told := later.get("picture"):
        asset.picture_id = told.get("picture") or asset.picture_id


def _confirmed(answers: Answers, today: date) -> dict[str, Any]:
    """Whoever lists their own group says with it that it is right. Their name only where everybody may read it."""
    ask = answers["ask"]
    name = ask["name"] if ask["shown_to"] == "everybody" else "the group"
    return {"confirmed_on": today, "confirmed_by": name, "confirmed_how": "listed it"}


def _sessions(times: Any, place: Place | None) -> list[Any]:
    rows = sessions_of(times)
    for row in rows:
        row.place = place
    return rows


def _contact(ask: Mapping[str, Any]) -> Contact | None:
    if not (ask.get("phone") or ask.get("email") or ask.get("name")):
        return None
    told = {name: ask.get(name, "") for name in ("name", "phone", "email")}
    return Contact(**told, visibility=VISIBILITY[ask["shown_to"]])


def _place(where: Mapping[str, Any]) -> tuple[Place | None, bool]:
    if where["how"] not in ("place", "home"):
        return None, False
    if "place" in where:
        return Place.objects.filter(uuid=where["place"]).first(), False
    home = where["how"] == "home"
    made = Place(
        name="" if home else where.get("name", ""),
        address="" if home else where.get("street", ""),
        postcode=_postcode(where),
        lat=where["lat"],
        lon=where["lon"],
        precision=where["precision"],
        ward=_ward(where),
        live=False,
    )
    made.save()
    return made, True


def _postcode(where: Mapping[str, Any]) -> str:
    """The label where it is a postcode or the first part of one."""
    label = str(where["label"])
    return label[:10] if any(sign.isdigit() for sign in label) and "," not in label else ""


def _ward(where: Mapping[str, Any]) -> Area | None:
    return Area.objects.filter(code=where["ward"]).first() if where.get("ward") else None


def _interests(asset: Asset) -> list[AssetInterest]:
    content = Content(asset.kind, asset.name, asset.summary)
    shown = {each.code: each.words for each in Suggester(vocabulary(), is_place)(content)}
    rows = Interest.objects.filter(code__in=shown, live=True).order_by("pk")
    suggested = AssetInterest.State.SUGGESTED
    return [AssetInterest(interest=row, state=suggested, words=shown[row.code][:200]) for row in rows]
