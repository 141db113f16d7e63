"""What a link to us shows: titles, sentences, and a picture of public facts, drawn once, for whatever words."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from html import unescape
from io import BytesIO

import pytest
import time_machine
from django.core.cache import caches
from django.test import Client
from PIL import Image

from cms.models import Asset, Place
from connector.sharing import views
from connector.sharing.drawing import Cover, drawn
from connector.sharing.letters import Hand, drawable, wrapped
from tests.factories.assets import AssetFactory
from tests.factories.council import CouncilFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.pages import TopicPageFactory
from tests.factories.places import PlaceFactory
from tests.factories.schedules import SessionFactory

NOW = datetime(2026, 11, 23, 8, 20, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _monday_morning() -> Iterator[None]:
    caches["sharing"].clear()
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def circle(db: None) -> Asset:
    asset = AssetFactory(
        name="Weavers Fold Sewing Circle",
        summary="Sewing, with a brew.",
        at=[PlaceFactory(name="Mill Hall")],
        organisation=OrganisationFactory(name="The Fold"),
    )
    SessionFactory(asset=asset, until=date(2027, 3, 2))
    return asset


def told(path: str) -> dict[str, str]:
    """The properties that the head of a page says for whoever sends its address."""
    html = Client().get(path).content.decode()
    said = re.findall(r'<meta property="og:([^"]+)" content="([^"]*)">', html)
    return {name: unescape(value) for name, value in said}


def image_of(path: str) -> str:
    return told(path)["image"].removeprefix("http://127.0.0.1:8000")


def picture(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def inked(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many points of a part are not of its first colour."""
    part = image.crop(box)
    ground = part.getpixel((0, 0))
    return sum(count for count, colour in part.getcolors(1_000_000) or [] if colour != ground)


def test_a_listing_says_what_it_is(circle: Asset) -> None:
    found = told(circle.get_absolute_url())
    assert found["title"] == "Weavers Fold Sewing Circle"
    assert found["description"] == "Sewing, with a brew."
    assert found["url"] == f"http://127.0.0.1:8000{circle.get_absolute_url()}"
    assert (found["image:width"], found["image:height"]) == ("1200", "630")
    Asset.objects.update(summary="")
    assert told(circle.get_absolute_url())["description"] == "Every Tuesday, 1.30 to 3.30pm. Mill Hall"


def test_its_picture_is_drawn_and_kept_for_good(circle: Asset) -> None:
    answer = Client().get(image_of(circle.get_absolute_url()))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not answer.cookies
    image = picture(answer.content)
    assert image.size == (1200, 630)
    assert image.getpixel((5, 5)) == (0x17, 0x29, 0x4F)
    assert inked(image, (72, 110, 1128, 380)) > 5_000
    assert inked(image, (72, 425, 1128, 620)) > 2_000


def test_another_day_or_contact_leaves_it_and_another_name_does_not(circle: Asset) -> None:
    before = image_of(circle.get_absolute_url())
    with time_machine.travel(datetime(2027, 1, 4, tzinfo=UTC), tick=False):
        assert image_of(circle.get_absolute_url()) == before
    Asset.objects.update(name="Sewing Circle")
    after = image_of(circle.get_absolute_url())
    assert after != before
    answer = Client().get(before)
    assert (answer.status_code, answer["Location"]) == (302, after)


def test_an_address_that_somebody_made_up_draws_nothing(circle: Asset, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Cover] = []
    monkeypatch.setattr(views, "drawn", lambda cover: made.append(cover) or b"")
    path = image_of(circle.get_absolute_url())
    for number in range(3):
        Client().get(f"/share/asset/{circle.uuid}/{number}.png")
    assert made == []
    Client().get(path)
    Client().get(path)
    assert len(made) == 1


@pytest.mark.parametrize("hidden", [{"live": False}, {"kind": "offer"}, {"unasked": True}])
def test_what_is_not_listed_has_no_picture(circle: Asset, hidden: dict[str, object]) -> None:
    path, runs = image_of(circle.get_absolute_url()), circle.organisation
    at = circle.asset_places.get().place
    Asset.objects.update(**hidden)
    assert Client().get(path).status_code == 404
    for kind, row in (("organisation", runs), ("place", at)):
        assert row is not None
        assert Client().get(f"/share/{kind}/{row.uuid}/x.png").status_code == 404


def test_what_is_nothing_has_no_picture(db: None) -> None:
    for path in ("asset/1", "asset/none-such", "user/1", "place/x", "topicpage/x", "topicpage/999999"):
        assert Client().get(f"/share/{path}/x.png").status_code == 404, path


def test_a_secret_place_is_on_no_picture(circle: Asset) -> None:
    open_to_all = image_of(circle.get_absolute_url())
    Asset.objects.update(secret=True, summary="")
    found = told(circle.get_absolute_url())
    assert found["description"] == "Every Tuesday, 1.30 to 3.30pm"
    place = Place.objects.get()
    assert "Mill Hall" not in str(found)
    assert Client().get(f"/share/place/{place.uuid}/x.png").status_code == 404
    assert image_of(circle.get_absolute_url()) != open_to_all


def test_home_topics_places_and_organisations_have_theirs(circle: Asset) -> None:
    CouncilFactory(directory="Calder Together", strapline="Everything within a walk.", band_colour="#1F4F38")
    topic = TopicPageFactory(title="Clay things", lead="Mud, and what hands make of it.")
    assert circle.organisation is not None
    pages = {
        "/": "What would you like to do?",
        topic.url: "Clay things",
        Place.objects.get().get_absolute_url(): "Mill Hall",
        circle.organisation.get_absolute_url(): "The Fold",
    }
    for path, title in pages.items():
        found = told(path)
        assert (found["title"], found["site_name"]) == (title, "Calder Together")
        answer = Client().get(image_of(path))
        assert answer.status_code == 200
        assert picture(answer.content).getpixel((5, 5)) == (0x1F, 0x4F, 0x38)


def test_search_and_what_is_for_workers_have_none(circle: Asset, up_to_date: Callable[[], None]) -> None:
    up_to_date()
    assert told("/search/?q=sewing") == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Weavers Fold", "Weavers Fold"),
        ("Tŷ Ŵyn café", "Tŷ Ŵyn café"),
        ("Łódź", "Łódź"),
        ("Tea 🫖 and talk", "Tea and talk"),
        ("Сад Garden", "Garden"),
        ("حديقة", ""),
        ("花园", ""),
        ("", ""),
    ],
)
def test_a_word_with_a_letter_that_we_lack_is_left_out(text: str, found: str) -> None:
    assert drawable(text, "name") == found


def test_a_name_that_cannot_be_drawn_leaves_the_directorys() -> None:
    plain = drawn(Cover("Connector", directory="Connector"))
    assert drawn(Cover("花园", directory="Connector")) == plain
    assert drawn(Cover("Garden", directory="Connector")) != plain


@pytest.mark.parametrize("text", ["word " * 400, "x" * 5_000, "Pneumonoultramicroscopicsilicovolcanoconiosis " * 9])
def test_however_long_it_fits(text: str) -> None:
    lines = wrapped(drawable(text, "fact"), Hand("fact", 40), 1056, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(Hand("fact", 40).width(line) <= 1056 for line in lines)
    image = picture(drawn(Cover(text, text, text, text)))
    assert inked(image, (1150, 110, 1200, 390)) == 0


def test_a_short_name_is_set_larger_than_a_long_one() -> None:
    long = "The Weavers Fold Sewing, Knitting and Mending Circle of Upper and Lower Tenterclough"
    assert _height(picture(drawn(Cover("Sewing")))) > 1.2 * _height(picture(drawn(Cover(f"{long} {long}"))))


def _height(image: Image.Image) -> int:
    """Of the first line of the title."""
    inky = [bool(inked(image, (60, top, 1128, top + 1))) for top in range(100, 390)]
    first = inky.index(True)
    return [*inky[first:], False].index(False)


def test_nothing_is_drawn_of_a_letter_that_is_not_there() -> None:
    """Not even the box that a font has for it."""
    assert list(Hand("name", 40).runs("花")) == []
    assert Hand("name", 40).width("花") == 0
