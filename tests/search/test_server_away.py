"""A search server that is away stops nothing: pages, interface and commands answer from the spare and say so."""

import json
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from connector.accounts.models import User
from search.engines import engine_for_searches, engines_to_follow
from search.indexing.worker import follow
from search.models import IndexPosition
from search.refresh import MEANWHILE, gate_reports, ready_to_search
from tests.engines.shared import AWAY, FULL, SharedEngine
from tests.factories.assets import AssetFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db
SAID = "the spare one answered"
Said = list[str]


@pytest.fixture
def visiting(client: Client) -> Client:
    """A worker's browser."""
    worker: User = UserFactory(role="Workers")
    client.force_login(worker, backend=BACKEND)
    return client


@pytest.fixture
def circle() -> object:
    return AssetFactory(name="Sewing Circle", interests=["embroidery"])


def pages(browser: Client) -> dict[str, str]:
    """Every page that searches, as it is."""
    found = {
        "search": browser.get("/search/?q=embroidery"),
        "match": browser.post("/match/", {"note": "Loves embroidery."}),
        "home": browser.get("/"),
    }
    assert {name: answer.status_code for name, answer in found.items()} == dict.fromkeys(found, 200)
    return {name: answer.content.decode() for name, answer in found.items()}


class TestAway:
    def test_every_page_answers_and_says_so_once(
        self, visiting: Client, circle: object, server: SharedEngine, up_to_date: Callable[[], None]
    ) -> None:
        up_to_date()
        assert not any(SAID in page for page in pages(visiting).values())
        server.away = True
        found = pages(visiting)
        assert {name: page.count(SAID) for name, page in found.items()} == {"search": 1, "match": 1, "home": 0}
        assert all("Sewing Circle" in found[name] for name in ("search", "match"))

    def test_a_page_without_answers_says_so_too(
        self, client: Client, server: SharedEngine, up_to_date: Callable[[], None]
    ) -> None:
        up_to_date()
        server.away = True
        assert client.get("/search/?q=embroidery").content.decode().count(SAID) == 1

    def test_the_interface_says_so(
        self, client: Client, circle: object, server: SharedEngine, up_to_date: Callable[[], None]
    ) -> None:
        up_to_date()
        well = client.get("/api/search?q=embroidery").json()
        server.away = True
        away = client.get("/api/search?q=embroidery").json()
        assert (well["degraded"], away["degraded"]) == (False, True)
        assert away == well | {"degraded": True}
        assert client.get("/api/suggest?q=sewing").json()["suggestions"]

    def test_the_real_client_where_nobody_listens(self, client: Client, circle: object, nobody_there: None) -> None:
        said: Said = []
        ready_to_search(said.append)
        assert MEANWHILE in said[-1]
        assert client.get("/api/search?q=embroidery").json()["degraded"] is True
        assert "s3cret" not in IndexPosition.objects.get(index="elasticsearch").trouble


class TestFull:
    def test_searches_stay_on_a_server_that_takes_no_changes(
        self, client: Client, circle: object, server: SharedEngine, up_to_date: Callable[[], None]
    ) -> None:
        up_to_date()
        server.full = True
        AssetFactory(name="Quilters", interests=["embroidery"])
        ready_to_search(lambda text: None)
        answer = client.get("/api/search?q=embroidery").json()
        assert answer["degraded"] is False
        assert [each["name"] for each in answer["results"]] == ["Sewing Circle"]
        server.full = False
        _follow_all()
        assert client.get("/api/search?q=embroidery").json()["count"] == 2


class TestStart:
    def test_it_starts_on_the_spare_says_so_once_and_catches_up(self, circle: object, server: SharedEngine) -> None:
        server.away = True
        said: Said = []
        ready_to_search(said.append)
        assert said == ["Building the search index.", f"{AWAY} {MEANWHILE}"]
        spare = engines_to_follow()[0]
        assert spare.live_generation() is not None
        AssetFactory(name="Quilters")
        server.away = False
        _follow_all()
        reports = gate_reports()
        assert {name: (report.clean, report.checked) for name, report in reports.items()} == {
            "memory": (True, 2),
            "shared": (True, 2),
        }

    def test_without_a_spare_it_does_not_start(self, circle: object, server: SharedEngine, settings: object) -> None:
        settings.CONNECTOR_SEARCH_SPARE = ""  # type: ignore[attr-defined]
        server.away = True
        assert engine_for_searches() is server
        with pytest.raises(CommandError, match="does not answer"):
            call_command("search", "embroidery", stderr=StringIO())

    def test_the_command_answers_and_says_so_on_standard_error(self, circle: object, nobody_there: None) -> None:
        out, err = StringIO(), StringIO()
        call_command("search", "embroidery", json=True, stdout=out, stderr=err)
        assert [each["name"] for each in json.loads(out.getvalue())] == ["Sewing Circle"]
        assert MEANWHILE in err.getvalue()
        assert "this is what the engine on this machine found" in err.getvalue()

    def test_the_measure_of_the_ranking_too(self, circle: object, nobody_there: None, tmp_path: object) -> None:
        queries, judged = tmp_path / "queries", tmp_path / "judged"  # type: ignore[operator]
        queries.write_text("1\tliking\tembroidery\n")
        judged.write_text("1\tGB-1\t2\n")
        out, err = StringIO(), StringIO()
        run = tmp_path / "run"  # type: ignore[operator]
        call_command("evaluate_relevance", queries=queries, judgements=[judged], run=run, stdout=out, stderr=err)
        assert MEANWHILE in err.getvalue()
        assert "nDCG@10" in out.getvalue()


class TestTrouble:
    def test_why_changes_wait_is_kept_until_they_do_not(
        self, circle: object, server: SharedEngine, up_to_date: Callable[[], None]
    ) -> None:
        up_to_date()
        AssetFactory()
        server.full = True
        ready_to_search(lambda text: None)
        first = IndexPosition.objects.get(index="shared")
        assert first.trouble == FULL
        assert first.trouble_since == first.trouble_at is not None
        ready_to_search(lambda text: None)
        again = IndexPosition.objects.get(index="shared")
        assert again.trouble_since == first.trouble_since
        assert again.trouble_at > first.trouble_at
        server.full = False
        _follow_all()
        well = IndexPosition.objects.get(index="shared")
        assert (well.trouble, well.trouble_since, well.trouble_at) == ("", None, None)
        assert IndexPosition.objects.get(index="memory").trouble == ""


def _follow_all() -> None:
    """What the worker does when its turn comes."""
    for engine in engines_to_follow():
        follow(engine)
