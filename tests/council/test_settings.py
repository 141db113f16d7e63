"""What administrators say under Settings, Council, stands on every page at once, and nothing wrong gets in."""

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from cms.geo.gazetteer import Found
from cms.geo.sources import get_gazetteer
from connector.accounts.letters import tell
from connector.council.models import Council
from tests.factories.council import CouncilFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db
PAGE = "/admin/settings/council/council/"
CALDER = {
    "directory": "Calder Together",
    "name": "Calder Council",
    "strapline": "Whatever you love, somebody near you loves it too.",
    "area": "the Calder Valley",
    "middle": "HX7 8AD",
    "phone": "01632 960 200",
    "email": "together@calder.example",
    "band_colour": "#3B1F4E",
    "link_colour": "5a2d82",
}


def written(client: Client, **changes: str) -> dict[str, list[str]]:
    """Save the page of settings as it would be filled in; what it complains of, by field."""
    address = client.get(PAGE, follow=True).redirect_chain[-1][0]
    answer = client.post(address, CALDER | changes)
    return {} if answer.status_code == 302 else dict(answer.context["form"].errors)


@pytest.fixture
def joan(client: Client) -> Client:
    client.force_login(UserFactory(role="Administrators"))
    return client


def test_what_is_written_stands_on_every_page(joan: Client) -> None:
    assert written(joan) == {}
    page = Client().get("/").content.decode()
    for words in ("Calder Together", "Calder Council", CALDER["strapline"], "On today in the Calder Valley"):
        assert words in page
    assert "01632 960 200" in page
    assert "mailto:together@calder.example" in page
    other = Client().get("/about/cookies/").content.decode()
    assert "<title>Cookies – Calder Council</title>" in other


def test_messages_speak_in_its_name(joan: Client) -> None:
    written(joan)
    tell(UserFactory(email="maureen@calder.example"), "account/email/factor_reset")
    assert "Calder Council\nStuck? Ring 01632 960 200." in mail.outbox[-1].body


def test_colours_come_by_an_address_of_their_own_that_may_be_kept(joan: Client) -> None:
    assert "colours-" not in Client().get("/").content.decode()
    written(joan)
    address = reverse("colours", args=[Council.objects.get().colours])
    assert f'<link rel="stylesheet" href="{address}">' in Client().get("/").content.decode()
    answer = Client().get(address)
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in answer["Cache-Control"]
    assert "--deep:#3B1F4E" in answer.content.decode()
    assert "--indigo:#5A2D82" in answer.content.decode()
    assert Client().get("/colours-older.css")["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("link_colour", "#F2CB3E", "Too light to read"),
        ("band_colour", "#FFD0D0", "The nearest that works is #"),
        ("band_colour", "sky blue", "such as #24427C"),
        ("middle", "Qwertyville", "Qwertyville"),
        ("email", "nobody", "valid email"),
        ("directory", "", "required"),
    ],
)
def test_what_cannot_be_used_is_said_by_its_field(joan: Client, field: str, text: str, words: str) -> None:
    wrong = written(joan, **{field: text})
    assert list(wrong) == [field]
    assert words in wrong[field][0]
    assert not Council.objects.exclude(name="").exists()


def test_nothing_wrong_gets_in_by_another_way() -> None:
    with pytest.raises(ValidationError, match="Too light"):
        CouncilFactory(link_colour="#FFFFFF")


@pytest.mark.parametrize("role", ["Connectors", "Workers", "Managers", "Group editors"])
def test_only_administrators_reach_it(client: Client, role: str) -> None:
    CouncilFactory()
    client.force_login(UserFactory(role=role))
    answer = client.get(f"{PAGE}{Council.objects.get().pk}/", follow=True)
    assert answer.status_code == 403 or answer.redirect_chain
    assert "Calder Council" not in answer.content.decode() or "band_colour" not in answer.content.decode()


def test_of_places_with_one_name_the_one_in_its_area_is_meant() -> None:
    """There is a Newport in Wales, and one on the Isle of Wight."""
    first = get_gazetteer().find("Newport")
    CouncilFactory(name="Wight", middle="PO30 1UD")
    second = get_gazetteer().find("Newport")
    assert isinstance(first, Found)
    assert isinstance(second, Found)
    assert first.lat > 51.5
    assert 50.6 < second.lat < 50.8
    assert first.label in second.alternatives
