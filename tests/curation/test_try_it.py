"""The box on an interest's page, asked as a browser asks it, over the embedded engine: what would move."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from structlog.testing import capture_logs
from wagtail.models import ModelLogEntry, Revision

from cms.models import Interest, InterestRelation
from connector.accounts.models import User
from connector.curation.unsaved import unsaved
from search.interests import as_if_published, look_again, vocabulary
from tests.factories.assets import AssetFactory
from tests.factories.interests import InterestFactory, InterestRelationFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db
KINDS = InterestRelation.Kind
HTMX = {"HX-Request": "true"}


@pytest.fixture
def asha() -> User:
    """A connector."""
    return UserFactory(first_name="Asha", role="Connectors")


@pytest.fixture
def desk(client: Client, asha: User) -> Client:
    """Her browser."""
    client.force_login(asha, backend=BACKEND)
    return client


@pytest.fixture
def zib() -> Interest:
    """An interest of the council's own, with one edge."""
    zib = InterestFactory(code="x-zib", label="Zibblework", everyday_words="a bit of zib")
    InterestRelationFactory(source=zib, target=InterestFactory(code="x-above", label="Yaffles"), kind=KINDS.BROADER)
    return zib


@pytest.fixture
def listed(zib: Interest, up_to_date: Callable[[], None]) -> None:
    AssetFactory(name="The Monday Table", interests=["x-zib"])
    AssetFactory(name="Frobnication Society", summary="Frobnication for all.")
    AssetFactory(name="Bowls in the park", interests=["badminton"])
    up_to_date()


def typed(desk: Client, interest: Interest, *, connect: Interest | None = None, **changes: str) -> dict[str, str]:
    """What the edit page would post: its fields as they stand, and what was changed in them."""
    form = Interest.snippet_viewset.get_form_class(for_update=True)(  # type: ignore[attr-defined]
        instance=interest.get_latest_revision_as_object(), for_user=User.objects.get(pk=desk.session["_auth_user_id"])
    )
    fields = {name: form[name].value() or "" for name in form.fields}
    edges = form.formsets["relations"]
    fields |= {edges.management_form.add_prefix(name): value for name, value in edges.management_form.initial.items()}
    for row in edges.forms:
        fields |= {row.add_prefix(name): row[name].value() or "" for name in row.fields}
    if connect is not None:
        at = f"relations-{len(edges.forms)}"
        fields |= {f"{at}-kind": "related", f"{at}-target": connect.pk, f"{at}-weight": "0.9"}
        fields["relations-TOTAL_FORMS"] = len(edges.forms) + 1
    return {name: str(value) for name, value in (fields | changes).items() if value is not None}


def edit(interest: Interest) -> str:
    return reverse("wagtailsnippets_cms_interest:edit", args=[interest.pk])


def ask(desk: Client, interest: Interest, words: str, read_as: str = "search", near: str = "", **given: Any) -> Any:
    tried = {"try-words": words, "try-read_as": read_as, "try-near": near}
    data = given.pop("data", None) or typed(desk, interest, **given)
    return desk.post(reverse("curation_try_it", args=[interest.pk]), data | tried, headers=HTMX)


def names(answer: Any, which: str) -> list[str]:
    return [row.name for row in answer.context[which]["rows"]]


def test_a_new_everyday_word_brings_a_listing_in(
    desk: Client, zib: Interest, tantivy_engine: Any, listed: None
) -> None:
    answer = ask(desk, zib, "frobnication", everyday_words="a bit of zib\nfrobnication")
    assert (answer.status_code, names(answer, "now")) == (200, ["Frobnication Society"])
    assert set(names(answer, "then")) == {"The Monday Table", "Frobnication Society"}
    page = " ".join(answer.content.decode().split())
    assert "Comes in: The Monday Table (1st)." in page
    assert "Understood as: Zibblework." in page
    assert "<html" not in page


def test_so_does_one_in_a_note_of_a_visit(desk: Client, zib: Interest, listed: None) -> None:
    answer = ask(desk, zib, "She loves frobnication and used to go weekly.", "visit", everyday_words="frobnication")
    assert names(answer, "now") == ["Frobnication Society"]
    assert set(names(answer, "then")) == {"The Monday Table", "Frobnication Society"}


def test_nothing_is_saved_kept_or_logged(desk: Client, zib: Interest, listed: None) -> None:
    given = typed(desk, zib, label="Zibbling", everyday_words="frobnication")
    given["relations-0-DELETE"] = "on"
    before = (Interest.objects.values().get(pk=zib.pk), list(zib.relations.values()), vocabulary())
    kept = (Revision.objects.count(), ModelLogEntry.objects.count(), dict(desk.session))
    with capture_logs() as lines:
        answer = ask(desk, zib, "frobnication", data=given)
    assert names(answer, "then") != names(answer, "now")
    look_again()
    assert (Interest.objects.values().get(pk=zib.pk), list(zib.relations.values()), vocabulary()) == before
    assert (Revision.objects.count(), ModelLogEntry.objects.count(), dict(desk.session)) == kept
    assert [line["event"] for line in lines].count("search") == 2
    assert "frobnication" not in str(lines)


def test_an_edge_counts_as_its_words_do(desk: Client, zib: Interest, listed: None) -> None:
    badminton = Interest.objects.get(code="badminton")
    answer = ask(desk, zib, "zibblework", connect=badminton)
    assert names(answer, "now") == ["The Monday Table"]
    assert names(answer, "then") == ["The Monday Table", "Bowls in the park"]
    assert answer.context["changes"] == ["Comes in: Bowls in the park (2nd)."]


@pytest.mark.parametrize("live", [True, False])
def test_what_is_tried_is_what_publishing_brings(desk: Client, asha: User, zib: Interest, live: bool) -> None:
    InterestRelationFactory(source=InterestFactory(code="x-beside", label="Wimbles"), target=zib, weight=0.8)
    draft = InterestFactory(code="x-draft", label="Drafted", live=False)
    InterestRelationFactory(source=zib, target=draft)
    Interest.objects.filter(pk=zib.pk).update(live=live)
    look_again()
    given = typed(desk, zib, connect=Interest.objects.get(code="embroidery"), label="Zibbling", alone_words="zib")
    given["relations-0-DELETE"] = "on"
    changed, problems = unsaved(Interest.objects.get(pk=zib.pk), _posted(given), asha)
    assert problems == []
    expected = as_if_published(changed)
    assert (expected == vocabulary()) is False
    assert desk.post(edit(zib), given | {"action-publish": "1"}).status_code == 302
    look_again()
    assert vocabulary() == expected


def test_what_is_wrong_is_said_and_nothing_is_searched(desk: Client, zib: Interest) -> None:
    with capture_logs() as lines:
        page = ask(desk, zib, "", near="Nowhere at all", label="").content.decode()
    assert "Write some words to try" in page
    assert "Name: This field is required." in page
    assert "know Nowhere at all. Try a postcode." in page
    assert [line for line in lines if line["event"] == "search"] == []


def test_without_a_script_it_is_a_page(desk: Client, zib: Interest, listed: None) -> None:
    page = desk.get(edit(zib)).content.decode()
    address = reverse("curation_try_it", args=[zib.pk])
    assert f'formaction="{address}"' in page
    told = typed(desk, zib, everyday_words="frobnication")
    answer = desk.post(address, told | {"try-words": "frobnication", "try-read_as": "search"}).content.decode()
    assert "<title>Try it: Zibblework" in answer
    assert "Comes in: The Monday Table (1st)." in answer


def test_only_who_may_edit_interests_may_try_one(client: Client, zib: Interest) -> None:
    somebody = UserFactory()
    somebody.user_permissions.add(
        *Permission.objects.filter(codename__in=["access_admin", "view_interest", "change_asset"])
    )
    address, asked = reverse("curation_try_it", args=[zib.pk]), {"try-words": "zib", "try-read_as": "search"}
    assert client.post(address, asked).status_code == 302
    client.force_login(somebody, backend=BACKEND)
    assert client.post(address, asked).status_code == 403
    assert client.post(address, asked, headers=HTMX).status_code == 403


def test_it_is_asked_by_posting_and_a_new_interest_has_no_box(desk: Client, zib: Interest) -> None:
    assert desk.get(reverse("curation_try_it", args=[zib.pk])).status_code == 405
    assert "<try-it" not in desk.get(reverse("wagtailsnippets_cms_interest:add")).content.decode()


def _posted(fields: dict[str, str]) -> QueryDict:
    data = QueryDict(mutable=True)
    data.update(fields)
    return data
