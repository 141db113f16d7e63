"""Who sees what, tried everywhere: each role walks through every address there is, and of what is not everybody's it
finds just what it may. `docs/reference/security.md` tells the same as a table.

The words looked for are names that stand nowhere else. Searches ask for what all of the assets have in common.
"""

import html
from collections.abc import Callable

import pytest
from django.test import Client

from cms.models import Asset, Contact
from connector.demo.accounts import MAUREENS, ensure_accounts
from tests.architecture.test_routes import PEOPLE, TABLE, UUID, _browser
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.schedules import SessionFactory

WORKERS = {"Workers", "Connectors", "Administrators"}
CURATORS = {"Connectors", "Administrators"}
# A word -> what it is of, and who may come upon it.
SECRETS: dict[str, tuple[str, set[str]]] = {
    "Publica": ("a contact for everybody", set(PEOPLE)),
    "Partnera": ("a contact for workers, of a listing that Maureen keeps", WORKERS),
    "Offerlea": ("what somebody offers", WORKERS),
    "Internalia": ("a contact for the council's staff, of a listing that Maureen keeps", CURATORS),
    "Elsewhera": ("a contact for the council's staff, of somebody else's listing", CURATORS),
    "Draftmoor": ("a listing that is not out yet", CURATORS),
    "Waitingly": ("a change that waits for a yes, to somebody else's listing", CURATORS),
}


@pytest.fixture
def catalogue(db: None, up_to_date: Callable[[], None]) -> list[Asset]:
    circle = AssetFactory(name=MAUREENS, uuid=UUID)
    SessionFactory(asset=circle)
    for name, visibility in (("Publica", "public"), ("Partnera", "partner"), ("Internalia", "internal")):
        ContactFactory(asset=circle, name=name, visibility=visibility)
    other = AssetFactory(name="Open Table")
    ContactFactory(asset=other, name="Elsewhera", visibility=Contact.Visibility.INTERNAL)
    changing = AssetFactory(name="Changing Table")
    changing.name = "Waitingly Table"
    changing.save_revision()
    draft, offer = AssetFactory(name="Draftmoor Table", live=False), AssetFactory(name="Offerlea lessons", offer=True)
    ensure_accounts()
    up_to_date()
    return [circle, other, changing, draft, offer]


@pytest.mark.wide
@pytest.mark.parametrize("who", PEOPLE)
def test_each_finds_what_it_may_and_nothing_more(catalogue: list[Asset], who: str) -> None:
    told = html.unescape(" ".join(everything(_browser(who), catalogue)))
    found = {word for word in SECRETS if word in told}
    assert found == {word for word, (_what, may) in SECRETS.items() if who in may}


def test_whoever_knows_an_address_by_heart_gets_no_further(catalogue: list[Asset]) -> None:
    """Maureen asks for somebody else's listing as if it were hers, to look at it and to change it."""
    maureen = _browser("Group editors")
    for asset in catalogue[1:]:
        assert maureen.get(f"/my-listings/{asset.uuid}/").status_code == 404
        assert maureen.post(f"/my-listings/{asset.uuid}/check/", {"version": "0"}).status_code == 404
    for asset in catalogue:
        for verb in ("edit", "delete", "history", "unpublish"):
            assert maureen.get(f"/admin/snippets/cms/asset/{verb}/{asset.pk}/").status_code in {302, 403, 404}


def everything(browser: Client, catalogue: list[Asset]) -> list[str]:
    """What the addresses of the product answer, in one long reading."""
    time = str(catalogue[0].sessions.get().pk)
    paths = {row.path.replace("TIME", time) for row in TABLE.values()}
    paths |= {"search/", "search/?q=tea", "search/?q=table", "api/search", "api/search?q=tea&page=1", "admin/"}
    for asset in catalogue:
        paths |= {f"listings/{asset.uuid}/", f"api/assets/{asset.uuid}", f"my-listings/{asset.uuid}/"}
        paths |= {f"admin/snippets/cms/asset/{verb}/{asset.pk}/" for verb in ("edit", "history", "usage")}
    paths.discard("account/logout/")
    read = [browser.get(f"/{path}") for path in sorted(paths)]
    read.append(browser.post("/match/", {"note": "a pot of tea and a chat at a table"}))
    return [answer.content.decode() for answer in read if not answer.streaming]
