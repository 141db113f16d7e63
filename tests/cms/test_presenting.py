"""Cards from assets: real dates, distance, whom to ask, and never more than the viewer may read."""

from datetime import UTC, date, datetime, time

import pytest
from pytest_django import DjangoAssertNumQueries

from cms.cards import Card, Segment
from cms.coming import coming_dates, long_line
from cms.geo.effort import ON_FOOT, Way
from cms.models import AccessFact, Asset, Contact, Place
from cms.presenting import card, cards, presentable
from cms.visibility import PUBLIC, Viewer
from tests.factories.assets import AssetAccessFactory, AssetAreaFactory, AssetFactory, ContactFactory
from tests.factories.places import AreaFactory, PlaceAccessFactory, PlaceFactory
from tests.factories.schedules import SessionFactory, TermFactory

pytestmark = pytest.mark.django_db

# A Monday, twenty past eight in the morning.
NOW = datetime(2026, 11, 23, 8, 20, tzinfo=UTC)
HOME = (53.7205, -1.98)
WORKER = Viewer(works=True)


def shown(
    asset: Asset,
    *,
    viewer: Viewer = PUBLIC,
    near: tuple[float, float] | None = None,
    way: Way = ON_FOOT,
    asked: tuple[str, ...] = (),
) -> Card:
    row = presentable(Asset.objects.all()).get(pk=asset.pk)
    return card(row, viewer=viewer, now=NOW, near=near, way=way, asked=asked)


def test_the_next_two_dates_by_their_names() -> None:
    asset = AssetFactory()
    SessionFactory(asset=asset, days=["TU", "FR"], start=time(13, 30), end=time(15, 30))
    found = shown(asset)
    assert [(d.day, d.time, d.relative) for d in found.dates] == [
        ("Tue 24 Nov", "1.30 to 3.30pm", "Tomorrow"),
        ("Fri 27 Nov", "1.30 to 3.30pm", ""),
    ]
    assert found.when == "Tue 24 and Fri 27 Nov, 1.30pm"
    assert found.dates[0].iso == "2026-11-24T13:30:00+00:00"


def test_two_times_are_both_said() -> None:
    asset = AssetFactory()
    SessionFactory(asset=asset, days=["TU"], start=time(10), end=None)
    SessionFactory(asset=asset, days=["WE"], start=time(19), end=None)
    assert shown(asset).when == "Tue 24 Nov 10am and Wed 25 Nov 7pm"


def test_a_date_that_is_called_off_stands_there_with_its_reason() -> None:
    asset = AssetFactory()
    SessionFactory(asset=asset, days=["TU"], cancelled={"2026-11-24": "The hall is let."})
    first, second = shown(asset).dates
    assert (first.off, first.why) == (True, "The hall is let.")
    assert (second.off, second.day) == (False, "Tue 1 Dec")
    assert shown(asset).when == "Tue 1 Dec, 1.30pm"


def test_a_paused_group_has_no_dates() -> None:
    asset = AssetFactory(room=Asset.Room.PAUSED)
    SessionFactory(asset=asset)
    assert (shown(asset).dates, shown(asset).when, shown(asset).room) == ((), "", "Not running just now")


def test_opening_times_of_a_register_stand_where_there_are_no_dates() -> None:
    assert shown(AssetFactory(opening_words="Monday to Friday,\n9 to 5")).when == "Monday to Friday, 9 to 5"
    assert shown(AssetFactory(opening_words="Open " * 60)).when == ""


def test_the_nearest_of_several_places() -> None:
    ward = AreaFactory(name="Low Moor")
    near = PlaceFactory(name="Corner Chapel", lat=53.7215, lon=-1.98, ward=ward)
    far = PlaceFactory(name="Far Hall", lat=53.9, lon=-1.98)
    found = shown(AssetFactory(at=[far, near]), near=HOME)
    assert (found.place, found.place_note) == ("Corner Chapel", "Low Moor, and 1 other place")
    assert found.distance is not None
    assert (found.distance.minutes, found.distance.words) == (2, "2 minutes’ walk")


def test_where_a_session_is_held_counts_as_its_place_and_what_was_withdrawn_does_not() -> None:
    hall, chapel = PlaceFactory(name="Far Hall", lat=53.9, lon=-1.98), PlaceFactory(lat=53.7215, lon=-1.98)
    asset = AssetFactory(at=[hall, PlaceFactory(name="Gone", lat=HOME[0], lon=HOME[1], live=False)])
    SessionFactory(asset=asset, place=chapel)
    found = shown(asset, near=HOME)
    assert (found.place, found.place_note.endswith("and 1 other place")) == (chapel.name, True)
    assert found.distance is not None
    assert found.distance.minutes == 2


def test_by_bus_and_by_car_it_says_so() -> None:
    asset = AssetFactory(at=[PlaceFactory(lat=53.75, lon=-1.98)])
    for travel in ("bus", "car"):
        far = shown(asset, near=HOME, way=Way(travel)).distance
        assert far is not None
        assert (far.travel, far.words) == (travel, f"about {far.minutes} minutes by {travel}")


def test_no_distance_without_a_point_to_measure_from_or_to() -> None:
    assert shown(AssetFactory(at=[PlaceFactory()])).distance is None
    assert shown(AssetFactory(at=[PlaceFactory(nowhere=True)]), near=HOME).distance is None


def test_a_place_that_is_only_roughly_known_claims_no_minutes() -> None:
    place = PlaceFactory(name="", address="", postcode="TC1 1", precision=Place.Precision.SECTOR)
    found = shown(AssetFactory(at=[place]), near=HOME)
    assert found.place == "Somewhere near TC1 1"
    assert found.distance is not None
    assert (found.distance.minutes, found.distance.words) == (None, "about a quarter of a mile")


@pytest.mark.parametrize(("reach", "words"), [("online", "Online"), ("visiting", "Comes to you")])
def test_what_needs_no_way_there(reach: str, words: str) -> None:
    found = shown(AssetFactory(reach=reach), near=HOME)
    assert (found.place, found.distance, found.matters, found.access) == (words, None, (), ())


def test_the_areas_that_it_serves() -> None:
    asset = AssetFactory(reach=Asset.Reach.AREA)
    for name in ("Low Moor", "Bank Top"):
        AssetAreaFactory(asset=asset, area=AreaFactory(name=name))
    assert shown(asset).place == "Anywhere in Bank Top and Low Moor"


def test_getting_in_is_the_place_and_what_the_listing_says_of_itself() -> None:
    place = PlaceFactory(step_free=True)
    PlaceAccessFactory(place=place, subject=AccessFact.Subject.CHAIRS_WITH_ARMS)
    asset = AssetFactory(at=[place])
    AssetAccessFactory(asset=asset, state=AccessFact.State.PARTLY, note="two steps, with a rail")
    found = shown(asset)
    assert [(line.state, line.words) for line in found.matters] == [("partly", "Two steps, with a rail")]
    assert [(line.state, line.words) for line in found.access] == [
        ("yes", "Chairs with arms"),
        ("unknown", "Toilet with rails: not known"),
    ]


def test_what_was_asked_about_getting_in_stands_on_the_card_known_or_not() -> None:
    place = PlaceFactory(step_free=True)
    PlaceAccessFactory(place=place, subject=AccessFact.Subject.HEARING_LOOP, state=AccessFact.State.NO)
    found = shown(AssetFactory(at=[place]), asked=("quiet_space", "hearing_loop"))
    assert [(line.state, line.words) for line in found.matters] == [
        ("yes", "Step-free"),
        ("no", "No hearing loop"),
        ("unknown", "Quiet space: not known"),
    ]
    assert [(line.state, line.words) for line in found.access] == [
        ("unknown", "Not known: toilet with rails, chairs with arms")
    ]


@pytest.mark.parametrize(("kind", "cost", "words"), [("volunteer_role", "free", ""), ("volunteer_role", "paid", "£5")])
def test_giving_a_hand_has_no_price_unless_it_has_one(kind: str, cost: str, words: str) -> None:
    given = {"cost_words": words} if words else {"cost_words": "Free"}
    assert shown(AssetFactory(kind=kind, cost=cost, **given)).cost == words


@pytest.mark.parametrize(
    ("viewer", "name"),
    [(PUBLIC, None), (WORKER, "Priya"), (Viewer(works=True, curates=True), "Priya")],
)
def test_whom_to_ask_is_only_who_may_be_asked(viewer: Viewer, name: str | None) -> None:
    asset = AssetFactory()
    ContactFactory(asset=asset, name="Zed", visibility=Contact.Visibility.INTERNAL)
    ContactFactory(asset=asset, name="Priya", visibility=Contact.Visibility.PARTNER)
    contact = shown(asset, viewer=viewer).ask_for
    assert (contact.name if contact else None) == name


def test_a_public_contact_comes_first_for_everybody() -> None:
    asset = AssetFactory()
    ContactFactory(asset=asset, name="Priya", visibility=Contact.Visibility.PARTNER)
    ContactFactory(asset=asset, name="Sandra", role="at the desk")
    for viewer in (PUBLIC, WORKER):
        contact = shown(asset, viewer=viewer).ask_for
        assert contact is not None
        assert (contact.name, contact.role_after) == ("Sandra", " at the desk")


def test_who_meets_you_and_how_fresh_it_is() -> None:
    found = shown(
        AssetFactory(
            greeter_name="Frank",
            greeter_words="second peg, green umbrella",
            confirmed_on=date(2026, 11, 16),
            confirmed_by="Frank",
        )
    )
    assert (found.greeter_lead, found.greeter_words) == ("Look for", "second peg, green umbrella")
    assert (found.freshness, found.stale) == ("Frank said this was right on 16 November.", False)


def test_an_imported_listing_says_that_we_have_not_met_them() -> None:
    assert shown(AssetFactory(met=False)).freshness == "We have not met them yet."


def test_reasons_and_keeping_go_to_their_own_asset() -> None:
    one, two = AssetFactory(), AssetFactory()
    because = {one.pk: (Segment("sewing", said=True), Segment(" is near."))}
    found = cards([two, one], viewer=PUBLIC, now=NOW, because=because, kept=[str(two.uuid)])
    assert [(each.uuid, each.kept, each.because) for each in found] == [
        (str(two.uuid), True, ()),
        (str(one.uuid), False, because[one.pk]),
    ]


def _full(count: int) -> None:
    area = AreaFactory()
    for _ in range(count):
        place = PlaceFactory(step_free=True, ward=area)
        asset = AssetFactory(at=[place])
        AssetAccessFactory(asset=asset)
        AssetAreaFactory(asset=asset, area=area)
        ContactFactory(asset=asset)
        session = SessionFactory(asset=asset, in_term_time=True)
        TermFactory(authority=session.authority)


@pytest.mark.parametrize("count", [1, 5])
def test_however_many_cards_the_queries_are_the_same(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _full(count)
    with django_assert_num_queries(9):
        found = cards(presentable(Asset.objects.order_by("pk")), viewer=PUBLIC, now=NOW, near=HOME)
    assert len(found) == count


def test_a_clock_without_a_zone_is_refused() -> None:
    asset = AssetFactory()
    with pytest.raises(ValueError, match="naive"):
        card(asset, viewer=PUBLIC, now=datetime(2026, 11, 23, 8, 20))


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["WE", "FR"], "Wednesday 25 or Friday 27 November"),
        (["TH"], "Thursday 26 November or 3 December"),
        (["MO"], "Monday 23 or 30 November"),
    ],
)
def test_two_dates_in_full_say_nothing_twice(days: list[str], said: str) -> None:
    asset = AssetFactory()
    SessionFactory(asset=asset, days=days)
    assert long_line(coming_dates(asset, NOW, 2)) == said
