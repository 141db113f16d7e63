"""Every field has a privacy decision; documents hold nothing personal; what people type is in no line of the log."""

import ast
import io
import logging
from collections.abc import Callable, Iterator
from dataclasses import fields

import pytest
import structlog
from django.apps import apps
from django.db.models import Model
from django.test import Client

from connector.accounts.models import User
from connector.core.privacy import DECISIONS, Privacy, personal
from connector.core.privacy_of_libraries import KEPT
from search.types import AssetDocument, CandidateFeatures
from tests.architecture.tree import PRODUCT, text
from tests.factories.users import BACKEND, UserFactory

TYPED = "Pargeterwort"
PUBLIC = ("cms.", "search.")


def models() -> list[type[Model]]:
    """The models that are ours."""
    return [model for model in apps.get_models() if model.__module__.split(".")[0] in PRODUCT]


def own_fields(model: type[Model]) -> set[str]:
    """The fields that a model has columns or rows of links for."""
    return {field.name for field in (*model._meta.concrete_fields, *model._meta.local_many_to_many)}


@pytest.mark.parametrize("model", models(), ids=lambda model: model._meta.label)
def test_every_field_has_a_decision(model: type[Model]) -> None:
    assert set(DECISIONS.get(model._meta.label, {})) == own_fields(model)


def test_no_decision_is_about_a_model_that_is_gone() -> None:
    assert set(DECISIONS) == {model._meta.label for model in models()}


ADDRESSES = {"email", "ip", "ip_address", "session_key", "user_agent"}


def test_what_libraries_keep_of_people_is_listed() -> None:
    """Every table that is not ours and names an account, or holds an address."""
    found = set()
    for model in set(apps.get_models()) - set(models()):
        linked = {field for field in model._meta.get_fields() if field.related_model is User and not field.auto_created}
        if linked or ADDRESSES & own_fields(model):
            found.add(model._meta.label)
    assert found == set(KEPT)
    assert all(told.endswith(".") for told in KEPT.values())


def test_what_is_special_is_never_in_the_catalogue_or_in_search() -> None:
    public = {label: set(decided.values()) for label, decided in DECISIONS.items() if label.startswith(PUBLIC)}
    assert [label for label, kinds in public.items() if Privacy.SPECIAL in kinds] == []


def test_search_keeps_nothing_personal_in_its_own_rows() -> None:
    assert {label: personal(label) for label in DECISIONS if label.startswith("search.") and personal(label)} == {}


@pytest.mark.parametrize("kept", [AssetDocument, CandidateFeatures])
def test_no_document_has_a_field_for_something_personal(kept: type) -> None:
    """`name` is an asset's own; whose name a contact has is another matter."""
    of_people = set().union(*map(personal, DECISIONS)) - (set(DECISIONS["cms.Asset"]) - personal("cms.Asset"))
    assert of_people & {field.name for field in fields(kept)} == set()


@pytest.mark.parametrize("name", ["search/documents.py", "search/loading.py"])
def test_a_document_is_made_without_reading_what_is_personal(name: str) -> None:
    """Whether there is a greeter may be asked; who it is may not be kept."""
    tree = ast.parse(text(name) or "")
    asked = {part for node in ast.walk(tree) if _asks_whether(node) for part in ast.walk(node)}
    read = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node not in asked}
    of_people = set().union(*(personal(label) for label in DECISIONS if label.startswith("cms.")))
    assert read & (of_people - {"name"}) == set()
    assert "Contact" not in {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def _asks_whether(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "bool"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What an installation's log would hold: as loud as the settings say, in the form that they say."""
    configured = [
        handler
        for handler in logging.getLogger().handlers
        if isinstance(handler.formatter, structlog.stdlib.ProcessorFormatter)
    ]
    listening = logging.StreamHandler(io.StringIO())
    listening.setFormatter(configured[0].formatter)
    logging.getLogger().addHandler(listening)
    yield listening.stream
    logging.getLogger().removeHandler(listening)


REQUESTS = {
    "search": ("get", "/search/", 200),
    "api": ("get", "/api/search", 200),
    "api, wrong": ("get", "/api/search?near=QT44", 400),
    "match": ("post", "/match/", 200),
    "no such page": ("get", "/nothing-here/", 404),
    "sign in": ("post", "/account/login/", 200),
}


def asked(client: Client, method: str, path: str) -> int:
    """The status of the answer to a request that holds what was typed in every way."""
    if path == "/match/":
        client.force_login(UserFactory(role="Workers"), backend=BACKEND)
    address = f"{path}{'&' if '?' in path else '?'}q={TYPED}&note={TYPED}"
    typed = {"q": TYPED, "near": TYPED, "note": TYPED, "login": f"{TYPED}@tenterclough.example", "password": TYPED}
    return (client.get(address) if method == "get" else client.post(address, typed)).status_code


@pytest.mark.django_db
@pytest.mark.parametrize(("method", "path", "status"), REQUESTS.values(), ids=REQUESTS)
def test_what_was_typed_is_in_no_line_of_the_log(
    client: Client, log: io.StringIO, up_to_date: Callable[[], None], method: str, path: str, status: int
) -> None:
    up_to_date()
    assert asked(client, method, path) == status
    assert TYPED.lower() not in log.getvalue().lower()


@pytest.mark.django_db
def test_a_fault_tells_the_log_where_and_not_what_was_typed(client: Client, log: io.StringIO) -> None:
    """There is no index yet: the page says so, and so does the log."""
    assert asked(client, "get", "/search/") == 503
    assert "/search/" in log.getvalue()
    assert TYPED.lower() not in log.getvalue().lower()


def test_the_lines_of_the_development_server_are_off() -> None:
    """They hold the whole first line of a request."""
    assert not logging.getLogger("django.server").isEnabledFor(logging.ERROR)
