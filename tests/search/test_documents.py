"""From the catalogue to documents and features: everything that is public, nothing that is personal, in few queries."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from cms.models import Asset, AssetArea, AssetInterest, Interest, Place
from cms.sessions import next_occurrences
from search import conf
from search.documents import MOST_STARTS, documents
from search.packing import content
from search.types import AssetDocument, CandidateFeatures, Point
from tests.factories.assets import (
    AssetAccessFactory,
    AssetFactory,
    AssetInterestFactory,
    AssetSourceFactory,
    ContactFactory,
    LendFactory,
)
from tests.factories.interests import InterestFactory, InterestRelationFactory
from tests.factories.organisations import EditorshipFactory, OrganisationFactory
from tests.factories.places import AreaFactory, PlaceAccessFactory, PlaceFactory
from tests.factories.schedules import EducationAuthorityFactory, SessionFactory, TermFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def of(asset: Asset, today: date = TODAY) -> tuple[AssetDocument, CandidateFeatures]:
    (pair,) = documents(Asset.objects.filter(pk=asset.pk), today=today)
    return pair


def minutes(*moments: datetime) -> tuple[int, ...]:
    return tuple(int(moment.timestamp()) // 60 for moment in moments)


def test_a_listing_is_told_in_full() -> None:
    asset = AssetFactory(
        name="Wednesday Table",
        summary="A pot of tea.",
        description="Bring what you are sewing.",
        organisation=OrganisationFactory(name="Friends of the Hall"),
        at=[PlaceFactory(lat=53.72, lon=-1.98)],
        tags=["coffee morning"],
        audience=["older", "lives_alone"],
        who_for="Anybody who likes company",
        cost=Asset.Cost.FREE,
        min_age=50,
        room=Asset.Room.FEW,
        greeter_words="at the door",
        help_wanted="Somebody to wash up",
        confirmed_on=date(1970, 1, 11),
        confirmed_by="Meena",
    )
    AssetInterestFactory(asset=asset, interest=InterestFactory(code="made-up-craft", label="Crafts"))
    suggested = InterestFactory(code="made-up-talk", label="Talking")
    AssetInterestFactory(asset=asset, interest=suggested, state=AssetInterest.State.SUGGESTED)
    document, features = of(asset)
    assert document == AssetDocument(
        asset_id=asset.pk,
        uuid=str(asset.uuid),
        kind="group",
        name="Wednesday Table",
        summary="A pot of tea.",
        description="Bring what you are sewing.",
        organisation="Friends of the Hall",
        keywords="Crafts. Talking. coffee morning. older. lives alone. Anybody who likes company. Somebody to wash up",
        interests=("made-up-craft", "made-up-talk"),
        points=(Point(53.72, -1.98),),
        free=True,
        audience=("lives_alone", "older"),
        fresh_on=10,
        digest=document.digest,
    )
    assert features == CandidateFeatures(
        asset_id=asset.pk,
        kind="group",
        interests=("made-up-craft",),
        suggested=("made-up-talk",),
        points=(Point(53.72, -1.98),),
        about=(False,),
        free=True,
        pence=0,
        room="few",
        fresh_on=10,
        audience=frozenset({"older", "lives_alone"}),
        min_age=50,
        greeter=True,
        wants_help=True,
        cues=features.cues,
        length=features.length,
        stages=frozenset({"older"}),
        help_wanted="Somebody to wash up",
        takes_part=2,
    )
    assert features.length == 2 * 2 + 4 + 5 + 4 + 11 + 4


PRIVATE = ("Xanthippe", "07700 900123", "xanthippe@example.org", "Zebedee", "Quillfeather", "Yarrow", "Umberto")


def test_nothing_personal_is_told() -> None:
    who, phone, mail, greeter, knower, editor, noted = PRIVATE
    asset = AssetFactory(greeter_name=greeter, confirmed_on=TODAY, confirmed_by=knower, confirmed_how=f"rang {phone}")
    for visibility in ("public", "partner", "internal"):
        ContactFactory(asset=asset, name=who, role=who, phone=phone, email=mail, visibility=visibility)
    EditorshipFactory(asset=asset, user__first_name=editor, user__email=f"{editor}@example.org")
    place = PlaceFactory(phone=phone, directions=f"ask for {who}", address=f"c/o {who}")
    PlaceAccessFactory(place=place, note=noted)
    AssetAccessFactory(asset=asset, note=noted, subject="toilet")
    asset.asset_places.create(place=place)
    asset.organisation = OrganisationFactory(phone=phone, email=mail)
    asset.greeter_words = f"{greeter} is at the door"
    asset.save()
    LendFactory(asset=asset, words=f"ask {who}")
    AssetSourceFactory(asset=asset, source_ref=who)
    told = content(*of(asset)).decode()
    assert [word for word in PRIVATE if word.casefold() in told.casefold()] == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"reach": Asset.Reach.PLACES}, {"everywhere": False}),
        ({"reach": Asset.Reach.ONLINE}, {"everywhere": True}),
        ({"reach": Asset.Reach.AREA}, {"everywhere": True}),
        ({"reach": Asset.Reach.VISITING}, {"everywhere": True}),
        ({"offer": True}, {"for_workers": True}),
        ({"kind": "group"}, {"for_workers": False}),
        ({"cost": "free"}, {"free": True}),
        ({"cost": "donation"}, {"free": False}),
        ({"cost": "paid", "cost_pence": 200}, {"free": False}),
    ],
)
def test_what_follows_from_its_fields(fields: dict[str, Any], expected: dict[str, bool]) -> None:
    document, _ = of(AssetFactory(**fields))
    assert {name: getattr(document, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("fields", "pence"),
    [
        ({"cost": "paid", "cost_pence": 200}, 200),
        ({"cost": "paid"}, None),
        ({"cost": "free"}, 0),
        ({"cost": "unknown"}, None),
    ],
)
def test_what_it_costs_is_known_or_not(fields: dict[str, Any], pence: int | None) -> None:
    assert of(AssetFactory(**fields))[1].pence == pence


@pytest.mark.parametrize(
    ("fields", "costs"),
    [
        ({"cost": "paid", "cost_pence": 500}, ("few",)),
        ({"cost": "paid", "cost_pence": 501}, ("more",)),
        ({"cost": "donation", "cost_pence": 200}, ("donation",)),
        ({"cost": "paid"}, ()),
        ({"cost": "unknown"}, ()),
        ({"cost": "free"}, ()),
    ],
)
def test_a_price_that_nobody_knows_is_in_no_band(fields: dict[str, Any], costs: tuple[str, ...]) -> None:
    assert of(AssetFactory(**fields))[0].costs == costs


def test_it_is_found_by_all_that_lies_above_its_interests() -> None:
    for below, above in (("tatting", "lace"), ("lace", "threads"), ("threads", "lace"), ("hidden", "above-hidden")):
        source, target = InterestFactory(code=f"made-{below}"), InterestFactory(code=f"made-{above}")
        InterestRelationFactory(source=source, target=target, kind="broader")
    InterestRelationFactory(source=InterestFactory(code="made-tatting"), target=InterestFactory(code="made-aside"))
    Interest.objects.filter(code="made-hidden").update(live=False)
    document, _ = of(AssetFactory(interests=["made-tatting"]))
    assert (document.interests, document.broader) == (("made-tatting",), ("made-lace", "made-threads"))
    both, _ = of(AssetFactory(interests=["made-tatting", "made-lace", "made-hidden"]))
    assert both.broader == ("made-threads",)


def test_it_is_in_the_wards_of_its_places_and_in_the_areas_that_it_serves() -> None:
    ward, other, served = AreaFactory(code="W2"), AreaFactory(code="W1"), AreaFactory(code="D1", kind="district")
    asset = AssetFactory(at=[PlaceFactory(ward=ward), PlaceFactory(ward=None)])
    SessionFactory(asset=asset, place=PlaceFactory(ward=other))
    AssetArea.objects.bulk_create([AssetArea(asset=asset, area=area) for area in (served, ward)])
    assert of(asset)[0].areas == ("D1", "W1", "W2")


def test_whom_alone_it_is_for_is_part_of_whom_it_is_for() -> None:
    women = AssetFactory(audience=["mothers"], only_for="women", only_for_reason="We asked for it.")
    assert of(women)[0].audience == ("mothers", "women_only")
    others = AssetFactory(only_for="others", only_for_reason="Pupils of the school.")
    assert of(others)[0].audience == ()


def test_a_point_is_rough_where_no_place_there_is_known_better() -> None:
    sector = PlaceFactory(lat=53.5, lon=-2.2, precision="sector")
    both = PlaceFactory(lat=53.6, lon=-2.2, precision="sector"), PlaceFactory(lat=53.6, lon=-2.2)
    _, features = of(AssetFactory(at=[sector, *both]))
    assert features.points == (Point(53.5, -2.2), Point(53.6, -2.2))
    assert features.about == (True, False)


def test_only_what_is_known_to_be_there_is_told_as_access() -> None:
    asset = AssetFactory(at=[PlaceFactory(step_free=True)])
    for subject, state in (
        ("toilet", "no"),
        ("parking", "partly"),
        ("hearing_loop", "unknown"),
        ("quiet_space", "yes"),
    ):
        AssetAccessFactory(asset=asset, subject=subject, state=state)
    assert of(asset)[0].access == ("quiet_space", "step_free")


def test_it_is_at_its_places_and_at_those_of_its_sessions_once_each() -> None:
    hall, annexe = PlaceFactory(lat=53.70), PlaceFactory(lat=53.71)
    asset = AssetFactory(at=[hall, PlaceFactory(nowhere=True), PlaceFactory(lat=53.70)])
    SessionFactory(asset=asset, place=annexe)
    SessionFactory(asset=asset, place=hall)
    assert of(asset)[0].points == (Point(53.70, -1.98), Point(53.71, -1.98))


def test_what_is_not_published_is_left_out() -> None:
    asset = AssetFactory(at=[PlaceFactory(live=False)], organisation=OrganisationFactory(name="Drafted", live=False))
    AssetInterestFactory(asset=asset, interest=InterestFactory(code="made-up-draft", live=False))
    AssetInterestFactory(asset=asset, state=AssetInterest.State.REMOVED)
    document, features = of(asset)
    assert (document.points, document.organisation, document.keywords, document.interests) == ((), "", "", ())
    assert (features.interests, features.suggested) == ((), ())


def test_the_listing_says_of_access_what_its_place_does_not() -> None:
    hall: Place = PlaceFactory(step_free=True)
    PlaceAccessFactory(place=hall, subject="toilet", state="no")
    asset = AssetFactory(at=[hall])
    AssetAccessFactory(asset=asset, subject="toilet", state="yes")
    AssetAccessFactory(asset=asset, subject="parking", state="unknown")
    assert of(asset)[1].access == {"step_free": "yes", "toilet": "yes"}


def test_its_next_dates_are_real_ones() -> None:
    asset = AssetFactory()
    SessionFactory(asset=asset, days=["TU"], start=time(13, 30), closed=["2026-12-01"], until=date(2026, 12, 15))
    SessionFactory(asset=asset, rhythm="once", days=[], first=date(2026, 12, 2), start=time(19, 0), end=None)
    document, features = of(asset)
    assert document.starts == minutes(
        datetime(2026, 11, 24, 13, 30, tzinfo=UTC),
        datetime(2026, 12, 2, 19, 0, tzinfo=UTC),
        datetime(2026, 12, 8, 13, 30, tzinfo=UTC),
        datetime(2026, 12, 15, 13, 30, tzinfo=UTC),
    )
    assert document.slots == ("tue-afternoon", "wed-evening")
    assert (features.starts, features.slots) == (document.starts, frozenset(document.slots))


def test_dates_are_by_the_local_clock() -> None:
    asset = AssetFactory()
    SessionFactory(asset=asset, days=["SU"], start=time(10, 0), end=None)
    before, after = of(asset, date(2026, 10, 18))[0].starts[:2]
    assert after - before == 7 * 24 * 60 + 60


def test_what_is_over_fills_no_slot() -> None:
    asset = AssetFactory()
    SessionFactory(asset=asset, until=date(2026, 11, 23))
    SessionFactory(asset=asset, rhythm="once", days=[], first=date(2026, 11, 23))
    document, _ = of(asset)
    assert (document.slots, document.starts) == ((), ())


def test_term_time_is_kept() -> None:
    authority = EducationAuthorityFactory()
    TermFactory(authority=authority, starts=date(2026, 11, 2), ends=date(2026, 11, 30))
    asset = AssetFactory()
    SessionFactory(asset=asset, term_time=True, authority=authority)
    assert of(asset)[0].starts == minutes(datetime(2026, 11, 24, 13, 30, tzinfo=UTC))


def test_a_session_that_makes_no_sense_has_no_dates_and_stops_nothing() -> None:
    asset = AssetFactory(name="Still told")
    SessionFactory(asset=asset, days=[], cancelled={"soon": "?"}, closed=["never", 7])
    document, _ = of(asset)
    assert (document.name, document.starts, document.slots) == ("Still told", (), ())


def test_the_digest_stays_all_day_and_moves_with_the_dates() -> None:
    asset, timeless = AssetFactory(), AssetFactory()
    SessionFactory(asset=asset)
    assert of(asset)[0].digest == of(asset)[0].digest
    assert of(asset)[0].digest != of(asset, date(2026, 11, 25))[0].digest
    assert of(timeless)[0].digest == of(timeless, date(2026, 11, 25))[0].digest


def test_all_are_told_in_order_whatever_the_batch() -> None:
    made = [AssetFactory(at=[PlaceFactory()], interests=["made-up-craft"]).pk for _ in range(5)]
    whole = list(documents(Asset.objects.all(), today=TODAY))
    assert [document.asset_id for document, _ in whole] == made
    assert list(documents(Asset.objects.all(), today=TODAY, size=2)) == whole


def test_five_hundred_listings_take_as_many_queries_as_one(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    authority = TermFactory().authority
    places = Place.objects.bulk_create(Place(name=f"Hall {n}", lat=53.7, lon=-2) for n in range(50))
    made = Asset.objects.bulk_create(Asset(name=f"Table {n}") for n in range(500))
    concept = InterestFactory()
    for n, asset in enumerate(made):
        asset.asset_places.model.objects.bulk_create([asset.asset_places.model(asset=asset, place=places[n % 50])])
    AssetInterest.objects.bulk_create(AssetInterest(asset=asset, interest=concept) for asset in made)
    for asset in made[:3]:
        SessionFactory(asset=asset, place=places[0], term_time=True, authority=authority)
    chosen = Asset.objects.filter(pk__in=[asset.pk for asset in made])
    with django_assert_num_queries(10):
        assert len(list(documents(chosen, today=TODAY, size=501))) == 500
    with django_assert_num_queries(10):
        assert len(list(documents(chosen.filter(pk=made[0].pk), today=TODAY))) == 1


def test_equal_rules_have_the_dates_that_each_of_them_has_alone() -> None:
    """Dates are worked out once for rules that are equal, whenever they began: the same as one by one."""
    began = [TODAY + timedelta(days=days) for days in (-400, -1, 0, 1, 30)]
    rules = [
        {"rhythm": rhythm, "days": ["TU", "SA"], "first": first, "until": until, "weeks_of_month": weeks}
        for rhythm, weeks in (("weekly", []), ("daily", []), ("monthly", [1, -1]))
        for first in began
        for until in (None, TODAY + timedelta(days=60))
    ]
    sessions = [SessionFactory(**rule, closed=[str(TODAY + timedelta(days=7))]) for rule in rules]
    found = {document.asset_id: document.starts for document, _ in documents(Asset.objects.all(), today=TODAY)}
    since = datetime.combine(TODAY, time(), conf.zone())
    for session in sessions:
        alone = next_occurrences(
            [session], since, MOST_STARTS, nation=conf.nation(), horizon_days=conf.DATES_AHEAD_DAYS
        )
        assert found[session.asset_id] == minutes(*(each.start for each in alone))
