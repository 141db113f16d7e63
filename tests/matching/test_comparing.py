"""Side by side: the same questions to each, what is alike said once, what is not known said."""

import re
from collections.abc import Callable, Mapping

import pytest
from django.test import Client

from cms import access
from cms.access import Fact
from cms.cards import AccessLine, Card, ContactLine, DateLabel, Distance, FirstTime, Listing
from cms.models import AccessFact, Asset
from connector.matching.comparing import ASK, NO_DOOR, QUESTIONS, Beside, Cell, Row, compare
from tests.core.markup import faults
from tests.factories.assets import AssetAccessFactory, AssetFactory, ContactFactory
from tests.factories.places import PlaceFactory
from tests.factories.schedules import SessionFactory

NOTHING: Mapping[str, object] = {}


def beside(
    name: str = "Choir",
    *,
    marks: tuple[AccessLine, ...] = (),
    listing: Mapping[str, object] = NOTHING,
    **card: object,
) -> Beside:
    made = Card(uuid=name, url="#", name=name, kind="group", what="", **card)  # type: ignore[arg-type]
    return Beside(made, Listing(made, **listing), getting_in=marks)  # type: ignore[arg-type]


def row(question: str, *listings: Beside) -> Row:
    return next(each for each in compare(listings).rows if each.question == question)


def words(row: Row) -> list[tuple[str, ...]]:
    return [cell.lines for cell in row.cells]


def test_every_question_in_the_order_that_people_ask() -> None:
    asked = [name for name, _ in QUESTIONS]
    assert asked == [
        "What it is", "When next", "Where, and how far", "Cost", "Who meets you", "Getting in", "Staying there",
        "Who it is for", "What it is like", "Is there room", "The first time", "How fresh this is",
    ]  # fmt: skip
    told = [each.question for each in compare([beside(), beside("Shed")]).rows]
    assert told == [name for name in asked if name in told]


@pytest.mark.parametrize("count", [0, 1, 4])
def test_two_or_three(count: int) -> None:
    with pytest.raises(ValueError, match="two or three"):
        compare([beside()] * count)


@pytest.mark.parametrize(
    ("question", "card", "lines"),
    [
        ("When next", {}, (ASK,)),
        ("When next", {"when": "Mondays"}, ("Mondays",)),
        ("Cost", {}, (ASK,)),
        ("Cost", {"cost": "Free"}, ("Free",)),
        ("Where, and how far", {}, (ASK,)),
        ("Where, and how far", {"place": "Mill Hall", "place_note": "Low Moor"}, ("Mill Hall, Low Moor",)),
        ("Who meets you", {"greeter_name": "Jo", "greeter_words": "has the tea"}, ("Jo has the tea.",)),
        ("Who meets you", {}, ("Nobody named to meet you yet.",)),
        (
            "Who meets you",
            {"ask_for": ContactLine("Ann", "at the desk")},
            ("Nobody named to meet you yet.", "Ask for Ann at the desk."),
        ),
        ("Getting in", {}, (NO_DOOR,)),
        ("How fresh this is", {"freshness": "Jo said so today."}, ("Jo said so today.",)),
    ],
)
def test_an_answer(question: str, card: dict[str, object], lines: tuple[str, ...]) -> None:
    assert words(row(question, beside(**card), beside("Shed")))[0] == lines


def test_dates_are_real_and_the_way_there_is_the_cards() -> None:
    dates, far = (DateLabel("Wed 25 Nov", "1pm"),), Distance(300, 5, "5 minutes’ walk")
    one = beside(dates=dates, distance=far)
    assert row("When next", one, beside("Shed")).cells[0] == Cell(dates=dates)
    assert row("Where, and how far", one, beside("Shed")).cells[0].distance == far


def test_what_is_alike_is_said_once_and_named() -> None:
    found = compare([beside(cost="Free", when="Mondays"), beside("Shed", cost="Free", when="Fridays")])
    alike = {each.question for each in found.rows if each.same}
    assert "Cost" in alike
    assert "When next" not in alike
    assert "cost" in found.alike
    assert found.differ == "when next"
    assert found.together == "both"


def test_what_nobody_has_anything_to_say_to_is_left_out_and_else_not_known_is_said() -> None:
    assert not [each for each in compare([beside(), beside("Shed")]).rows if each.question == "Is there room"]
    told = row("Is there room", beside(listing={"room": "Full just now."}), beside("Shed"))
    assert words(told) == [("Full just now.",), ("Not known.",)]
    assert told.cells[1].quiet


def test_prices_what_it_is_like_and_what_to_bring_the_first_time() -> None:
    said = {
        "prices": ("£2", "Under 16: free"),
        "like": "Quiet, about nine people.",
        "first_time": FirstTime(("Jo puts the kettle on.",), "Soft shoes.", "The blue door."),
    }
    in_words = beside(listing={"cost": "£2, tea included", "prices": ("If that is a lot: free",)})
    assert words(row("Cost", in_words, beside("Shed")))[0] == ("£2, tea included", "If that is a lot: free")
    one = beside(cost="Up to £2", listing=said)
    assert words(row("Cost", one, beside("Shed")))[0] == ("£2", "Under 16: free")
    assert words(row("What it is like", one, beside("Shed"))) == [("Quiet, about nine people.",), ("Not known.",)]
    told = words(row("The first time", one, beside("Shed")))[0]
    assert told == ("Jo puts the kettle on.", "Bring: Soft shoes.", "The blue door.")


def test_each_answers_every_subject_that_any_of_them_answers() -> None:
    one = {"parking": Fact("parking", "no"), "toilet": Fact("toilet", "yes")}
    other = {"toilet_with_rails": Fact("toilet_with_rails", "yes"), "quiet_space": Fact("quiet_space", "unknown")}
    first, second, none = access.beside([one, other, None], access.GETTING_IN, {"step_free"})
    assert [line.words for line in first] == [
        "Step-free: not known", "Toilet with rails: not known", "Toilet", "No parking",
    ]  # fmt: skip
    assert [(line.state, line.words) for line in second] == [
        ("unknown", "Step-free: not known"), ("yes", "Toilet with rails"), ("yes", "Toilet"),
        ("unknown", "Parking: not known"),
    ]  # fmt: skip
    assert none == ()


@pytest.fixture
def three(up_to_date: Callable[[], None]) -> list[Asset]:
    made = [
        AssetFactory(
            name=name,
            summary="We sing.",
            at=[PlaceFactory(lat=lat, lon=-2.322, name=f"{name} Hall")],
            cost=Asset.Cost.FREE,
        )
        for name, lat in (("Choir", 53.424), ("Shed", 53.43), ("Bowls", 53.5))
    ]
    for asset in made:
        SessionFactory(asset=asset)
    AssetAccessFactory(asset=made[0], subject=AccessFact.Subject.STAY_WITHOUT_CARER, state="yes")
    ContactFactory(asset=made[1], name="Alan", phone="01632 960 000")
    up_to_date()
    return made


def keep(browser: Client, assets: list[Asset]) -> None:
    for asset in assets:
        browser.post("/match/kept/", {"keep": str(asset.uuid)})


def table(page: str) -> str:
    found = re.search(r"<table.*?</table>", page, re.DOTALL)
    assert found
    return found[0]


def test_what_is_kept_as_a_table_with_headers(priya: Client, three: list[Asset]) -> None:
    keep(priya, three)
    page = priya.get("/match/compare/").content.decode()
    shown = table(page)
    assert faults(page) == []
    assert shown.count('scope="col"') == 3
    assert shown.count('scope="row"') >= 8
    for words in ("Choir", "Shed", "Bowls", "You can stay without your carer", "Staying without your carer: not known"):
        assert words in shown
    assert re.search(r'<th scope="row">Cost</th><td colspan="3"><p[^>]*>All three</p>\s*<p>Free</p>', shown)


def test_how_far_from_where_somebody_lives_is_told_and_kept_nowhere(priya: Client, three: list[Asset]) -> None:
    keep(priya, three)
    on_foot = priya.post("/match/compare/", {"near": "M33 7ZF", "travel": "foot", "pace": "slow"})
    assert "minutes’ walk" in table(on_foot.content.decode())
    by_car = priya.post("/match/compare/", {"near": "M33 7ZF", "travel": "car"}).content.decode()
    assert "minutes by car" in table(by_car)
    assert "This is a guess" in by_car
    assert "M33" not in str(dict(priya.session.items()))
    wrong = priya.post("/match/compare/", {"near": "QT44"}).content.decode()
    assert "QT44" in wrong
    assert "Choir" in table(wrong)


def test_those_that_are_ticked(priya: Client, three: list[Asset]) -> None:
    keep(priya, three)
    ticked = [str(three[2].uuid), str(three[0].uuid), "no id"]
    shown = table(priya.post("/match/compare/", {"compare": ticked}).content.decode())
    assert shown.index("Bowls") < shown.index("Choir")
    assert "Shed" not in shown
    stays = table(priya.post("/match/compare/", {"compare": ticked, "drop": ticked[0]}).content.decode())
    assert f'name="keep" value="{ticked[0]}"' in stays


def test_nothing_to_compare_says_what_to_do(priya: Client, three: list[Asset]) -> None:
    keep(priya, three[:1])
    assert "Keep two or three" in priya.get("/match/compare/").content.decode()
    Asset.objects.filter(pk=three[0].pk).update(live=False)
    assert "Keep two or three" in priya.get("/match/compare/").content.decode()


@pytest.mark.parametrize("script", [True, False])
def test_on_the_match_page_the_words_stay(priya: Client, three: list[Asset], script: bool) -> None:
    headers = {"HX-Request": "true"} if script else {}
    sent = {
        "note": "Mrs Ogden-Pargeter",
        "near": "M33 7ZF",
        "travel": "bus",
        "compare": [str(each.uuid) for each in three[:2]],
        "access": ["help_in_toilet"],
    }
    page = priya.post("/match/", {**sent, "press": "compare"}, headers=headers).content.decode()
    shown = table(page)
    assert shown.count('scope="col"') == 2
    assert "Help in the toilet: not known" in shown
    assert 'name="beside"' in page
    assert "Back to the list" in page
    assert script or "Ogden-Pargeter" in page
    stays = priya.post("/match/", {**sent, "beside": "1", "keep": str(three[0].uuid)}, headers=headers)
    assert f'name="drop" value="{three[0].uuid}"' in table(stays.content.decode())
    back = priya.post("/match/", {**sent, "beside": "1", "press": "list"}, headers=headers).content.decode()
    assert "<table" not in back


def test_one_tick_is_too_few(priya: Client, three: list[Asset]) -> None:
    sent = {"note": "sing", "press": "compare", "compare": str(three[0].uuid)}
    page = priya.post("/match/", sent).content.decode()
    assert "<table" not in page
    assert "Tick two or three of them" in page
    assert re.search(rf'value="{three[0].uuid}" checked', page)
