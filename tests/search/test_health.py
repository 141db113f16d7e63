"""What staff see of how search is doing, in every state that it can be in."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest
from django.test import Client
from django.utils import timezone

from search import conf
from search.engines import engine_for_searches
from search.engines.spare import EngineWithSpare
from search.health.facts import Answering, Health, IndexStanding, Meanings
from search.health.looking import health
from search.health.words import ago, by_meaning, how_far, how_much, is_well, refusal, when
from search.indexing.trouble import in_words, note
from search.models import IndexChange, IndexPosition
from search.refresh import ready_to_search
from tests.engines.shared import FULL, SharedEngine
from tests.factories.assets import AssetFactory
from tests.factories.search import IndexPositionFactory, IndexRejectionFactory
from tests.factories.users import BACKEND, UserFactory

NOW = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
EARLIER = NOW - timedelta(minutes=4)
PAGE = "/admin/reports/search/"


@pytest.fixture
def desk(client: Client, db: None) -> Client:
    """A connector's browser."""
    client.force_login(UserFactory(role="Connectors"), backend=BACKEND)
    return client


def shown(desk: Client) -> str:
    answer = desk.get(PAGE)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


class TestPage:
    def test_well(self, desk: Client, server: SharedEngine, up_to_date: Callable[[], None]) -> None:
        AssetFactory()
        up_to_date()
        page = shown(desk)
        assert "<title>How search is doing - Connector</title>" in page
        for words in ("Search works.", "The engine “shared” answers.", "Up to date.", "1 of 1 listings", "memory-1"):
            assert words in page
        assert page.count("Up to date.") == 2
        assert "help-warning" not in page

    def test_the_server_is_away_and_back_again(
        self, desk: Client, server: SharedEngine, up_to_date: Callable[[], None]
    ) -> None:
        up_to_date()
        server.away = True
        page = shown(desk)
        assert "Search works, on the smaller engine of this machine." in page
        assert "has not answered since" in page
        assert "Cannot be counted from here." in page
        found = health().answering
        assert found.since is not None
        assert (found.main, found.by, found.degraded) == ("shared", "memory", True)
        server.away = False
        cast(EngineWithSpare, engine_for_searches()).breaker.look()
        assert health().answering == Answering("shared", "shared")

    def test_changes_wait_because_the_server_is_full(
        self, desk: Client, server: SharedEngine, up_to_date: Callable[[], None]
    ) -> None:
        up_to_date()
        server.full = True
        AssetFactory()
        ready_to_search(lambda text: None)
        page = shown(desk)
        assert "Search works." in page
        assert "1 change waits, the oldest for" in page
        assert f"Changes cannot be brought in: {FULL} So since" in page
        assert "help-warning" in page

    def test_nobody_follows(self, desk: Client, up_to_date: Callable[[], None]) -> None:
        up_to_date()
        AssetFactory()
        IndexChange.objects.update(made_at=timezone.now() - timedelta(hours=3))
        page = shown(desk)
        assert "1 change waits, the oldest for 3 hours." in page
        assert "search_drain --forever" in page

    def test_no_index_at_all(self, desk: Client) -> None:
        page = shown(desk)
        assert "Search does not answer." in page
        assert "There is no search index yet." in page

    def test_the_real_client_where_nobody_listens(self, desk: Client, nobody_there: None) -> None:
        ready_to_search(lambda text: None)
        page = shown(desk)
        assert "Elasticsearch has not answered since" in page
        assert "Elasticsearch, for all machines" in page
        assert "127.0.0.1" not in page
        assert "s3cret" not in page

    def test_even_a_broken_engine_breaks_no_page(
        self, desk: Client, up_to_date: Callable[[], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        up_to_date()

        def broken(*_: object, **__: object) -> None:
            raise RuntimeError("https://user:s3cret@server")

        monkeypatch.setattr(engine_for_searches(), "search", broken)
        page = shown(desk)
        assert "RuntimeError" in page
        assert "s3cret" not in page

    def test_other_hosts_and_what_is_refused(self, desk: Client, up_to_date: Callable[[], None]) -> None:
        up_to_date()
        other = IndexPositionFactory(index="memory", host="web-2", generation="memory-9")
        IndexRejectionFactory(position=other)
        IndexPositionFactory(index="memory", host="gone")
        IndexPosition.objects.filter(host="gone").update(seen_at=timezone.now() - conf.HOST_FORGOTTEN * 2)
        IndexPositionFactory(index="an engine of old")
        page = shown(desk)
        assert "memory-9" in page
        assert "1 listing cannot be found as it is" in page
        assert "gone" not in {each.host for each in health().indexes}
        assert "an engine of old" not in page

    def test_it_is_among_the_reports_of_who_looks_after_listings(self, desk: Client) -> None:
        assert PAGE in desk.get("/admin/").content.decode()

    def test_nobody_else_sees_it(self, client: Client, db: None) -> None:
        client.force_login(UserFactory(role="Managers"), backend=BACKEND)
        assert client.get(PAGE).status_code == 302


def standing(**changed: object) -> IndexStanding:
    given: dict[str, object] = {
        "index": "tantivy", "host": "web-1", "generation": "g-1", "waiting": 0, "oldest": None, "kept": 3, "refused": 0,
        "trouble": "", "trouble_since": None, "trouble_at": None, "seen": EARLIER,
    }  # fmt: skip
    return IndexStanding(**(given | changed))  # type: ignore[arg-type]


class TestWords:
    @pytest.mark.parametrize(
        ("index", "first", "lines"),
        [
            (standing(), "Up to date.", 1),
            (standing(generation=""), "Not built yet: the next drain does it.", 1),
            (standing(waiting=2, oldest=NOW), "2 changes wait, the oldest for 0 seconds.", 1),
            (standing(waiting=1200, oldest=EARLIER), "1,200 changes wait, the oldest for 4 minutes.", 2),
            (standing(trouble="No.", trouble_since=EARLIER, trouble_at=NOW), "Up to date.", 2),
        ],
    )
    def test_how_far(self, index: IndexStanding, first: str, lines: int) -> None:
        told = how_far(index, NOW, conf.zone())
        assert (told[0], len(told)) == (first, lines)

    def test_how_much(self) -> None:
        assert how_much(standing(), 3) == "3 of 3 listings"
        assert how_much(standing(), 2) == "3, of 2 wanted"
        assert how_much(standing(kept=None), 3) == "Cannot be counted from here."

    @pytest.mark.parametrize(
        ("seconds", "said"),
        [
            (-1, "0 seconds"),
            (1, "1 second"),
            (59, "59 seconds"),
            (60, "1 minute"),
            (7200, "2 hours"),
            (90_000, "1 day"),
        ],
    )
    def test_ago(self, seconds: int, said: str) -> None:
        assert ago(timedelta(seconds=seconds)) == said

    def test_when_is_local(self) -> None:
        assert when(datetime(2026, 7, 3, 14, 5, tzinfo=UTC), conf.zone()) == "15:05 on 3 July"

    @pytest.mark.parametrize(
        ("said", "index", "refused", "well"),
        [
            (Answering("a", "a"), standing(), 0, True),
            (Answering("a", "a"), standing(waiting=1, oldest=NOW), 0, True),
            (Answering("a", "a"), standing(waiting=1, oldest=EARLIER), 0, False),
            (Answering("a", "a"), standing(trouble="No."), 0, False),
            (Answering("a", "a"), standing(generation=""), 0, False),
            (Answering("a", "a"), standing(), 1, False),
            (Answering("a", "b", degraded=True), standing(), 0, False),
            (Answering("a", "", problem="No."), standing(), 0, False),
        ],
    )
    def test_whether_all_is_well(self, said: Answering, index: IndexStanding, refused: int, well: bool) -> None:
        assert is_well(Health(said, 3, refused, (index,)), NOW) is well

    def test_a_reason_that_nobody_knew_keeps_its_name(self) -> None:
        assert refusal("odd_exception") == "The index does not take it as it is. (odd_exception)"
        assert refusal("") == "It is too large."

    def test_a_problem_that_nobody_foresaw_is_told_by_its_kind(self) -> None:
        assert "RuntimeError" in in_words(RuntimeError("https://user:s3cret@server"))
        assert "s3cret" not in in_words(RuntimeError("https://user:s3cret@server"))


@pytest.mark.django_db
def test_a_trouble_is_cut_to_what_its_row_holds(server: SharedEngine) -> None:
    note(server, RuntimeError())
    long = type("X" * 400, (Exception,), {})
    note(server, long())
    assert len(IndexPosition.objects.get(index="shared").trouble) == 300


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Meanings("The model is not there."), "words and the interest graph alone. The model is not there."),
        (Meanings(waiting=1), "The meaning of 1 listing is still"),
        (Meanings(waiting=1_200), "The meanings of 1,200 listings are still"),
        (Meanings(), "Answers come by meaning too"),
    ],
)
def test_whether_answers_come_by_meaning_is_told(found: Meanings, told: str) -> None:
    assert told in by_meaning(found)


def test_the_page_tells_it(desk: Client, up_to_date: Callable[[], None]) -> None:
    up_to_date()
    assert "It is switched off by a setting." in shown(desk)
