"""The door through which every link comes: good ones, bad ones, scanners, double taps, guesses, forged forms."""

import io
import logging
from datetime import timedelta

import pytest
import structlog
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connector.core.log_lines import without_links
from connector.links.actions.make_link import make_link
from connector.links.actions.purge_links import KEPT, purge_links
from connector.links.actions.revoke_links import revoke_links
from connector.links.deciding import Standing
from connector.links.models import Link
from connector.links.purposes import Purpose, register
from connector.links.tries import TRIES
from connector.links.words import ENDED
from tests.factories.links import LinkFactory
from tests.links.conftest import ONCE, TRY, WEEK, _press, _show, pressed

pytestmark = pytest.mark.django_db
AGO = timedelta(days=1)


def sent(purpose: str = "try") -> str:
    """The path of a new link."""
    address = make_link(purpose=purpose, about=("cms.asset", "7"), to="accounts.user:3", now=timezone.now())
    return "/" + address.split("/", 3)[3]


def test_a_link_holds_nothing_but_its_token() -> None:
    path = sent()
    token = path.removeprefix("/link/").strip("/")
    row = Link.objects.get()
    assert len(token) == 24
    assert token not in {str(value) for value in vars(row).values()}
    assert not {"accounts", "7", "3"} & set(path.split("/"))


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_changes_nothing(client: Client, method: str) -> None:
    path = sent("once")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert getattr(client, method)(path).status_code == 200
    assert [each["sql"] for each in asked if not each["sql"].startswith("SELECT")] == []
    assert pressed == []
    assert Link.objects.get().used_at is None


def test_a_press_does_it(client: Client) -> None:
    assert client.post(sent()).content == b"done"
    assert Link.objects.get().used_at is not None


def test_what_may_be_pressed_once_is(client: Client) -> None:
    path = sent("once")
    assert client.post(path).content == b"done"
    again = client.post(path)
    assert (again.status_code, pressed) == (410, ["once"])
    assert ENDED[Standing.USED].heading in again.content.decode()
    assert client.get(path).status_code == 410


def test_what_may_be_pressed_again_is(client: Client) -> None:
    path = sent()
    assert [client.post(path).status_code for _ in range(2)] == [200, 200]


BAD = {
    "run out": ({"made_at": timezone.now() - 9 * AGO, "expires_at": timezone.now() - AGO}, Standing.EXPIRED),
    "taken back": ({"revoked_at": timezone.now() - AGO}, Standing.REVOKED),
    "used": ({"purpose": "once", "used_at": timezone.now() - AGO}, Standing.USED),
    "for nothing any more": ({"purpose": "gone"}, Standing.WRONG_PURPOSE),
}


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(("fields", "standing"), BAD.values(), ids=BAD)
def test_a_bad_one_says_what_is_so_and_what_to_do(
    client: Client, fields: dict[str, object], standing: Standing, method: str
) -> None:
    LinkFactory(token="bad", **fields)
    answer, told = getattr(client, method)("/link/bad/"), ENDED[standing]
    assert answer.status_code == told.status
    assert all(words in answer.content.decode() for words in (told.heading, told.words, told.next_step))
    assert pressed == []


def test_nobody_can_tell_one_that_never_was_by_what_is_done() -> None:
    """As many questions of the database, and the same ones."""
    LinkFactory(token="over", made_at=timezone.now() - 9 * AGO, expires_at=timezone.now() - AGO)
    asked = []
    Client(REMOTE_ADDR="192.0.2.9").get("/link/whatever/")  # what every page reads once is read
    for place, token in enumerate(("over", "never")):
        with CaptureQueriesContext(connection) as found:
            answer = Client(REMOTE_ADDR=f"192.0.2.{place}").get(f"/link/{token}/")
        assert answer.status_code in {404, 410}
        asked.append([each["sql"].split("WHERE")[0] for each in found if "SAVEPOINT" not in each["sql"]])
    assert [each[:60] for each in asked[0]] == [each[:60] for each in asked[1]]


@pytest.mark.parametrize("path", ["good", "never"])
def test_the_page_stays_between_us_and_whoever_has_it(client: Client, path: str) -> None:
    answer = client.get(sent() if path == "good" else "/link/never/")
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_guessing_is_shut_after_a_while_and_good_ones_are_never_counted() -> None:
    guesser, path = Client(), sent()
    for _ in range(3):
        assert guesser.get(path).status_code == 200
    statuses = [guesser.get(f"/link/guess-{n}/").status_code for n in range(TRIES + 1)]
    assert statuses == [404] * TRIES + [429]
    assert guesser.get(path).status_code == 429
    assert Client(REMOTE_ADDR="192.0.2.7").get(path).status_code == 200


def test_guessing_is_shut_for_a_quarter_of_an_hour() -> None:
    guesser = Client()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for number in range(TRIES):
            guesser.get(f"/link/guess-{number}/")
        clock.shift(timedelta(minutes=14))
        assert guesser.get("/link/guess/").status_code == 429
        clock.shift(timedelta(minutes=2))
        assert guesser.get("/link/guess/").status_code == 404


FORGED = {
    "no token in the form": ({}, {}, 403),
    "from another site": ({"HTTP_ORIGIN": "https://elsewhere.example"}, {"csrf": True}, 403),
    "a page of another site": ({"HTTP_REFERER": "https://elsewhere.example/"}, {"csrf": True, "secure": True}, 403),
    "our page, which says nothing of where it is": ({"HTTP_ORIGIN": "null"}, {"csrf": True}, 200),
    "the same over https": ({"HTTP_ORIGIN": "null"}, {"csrf": True, "secure": True}, 200),
    "an older browser, over https": ({}, {"csrf": True, "secure": True}, 200),
    "nothing said, and no token": ({"HTTP_ORIGIN": "null"}, {}, 403),
}


@pytest.mark.parametrize(("headers", "how", "status"), FORGED.values(), ids=FORGED)
def test_a_form_from_elsewhere_does_nothing(headers: dict[str, str], how: dict[str, bool], status: int) -> None:
    browser, path = Client(enforce_csrf_checks=True), sent()
    browser.cookies["csrftoken"] = "t" * 32
    form = {"csrfmiddlewaretoken": "t" * 32} if how.get("csrf") else {}
    answer = browser.post(path, form, secure=how.get("secure", False), headers=None, **headers)
    assert answer.status_code == status
    assert bool(pressed) is (status == 200)


def test_a_mail_program_presses_only_what_it_may() -> None:
    for purpose, status in (("click", 200), ("try", 403)):
        answer = Client(enforce_csrf_checks=True).post(sent(purpose), {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == status
    assert Client(enforce_csrf_checks=True).post(sent("click"), {}).status_code == 403


def test_other_ways_of_asking_are_not_taken(client: Client) -> None:
    assert client.put(sent()).status_code == 405


def test_taken_back_for_one_or_for_all() -> None:
    now = timezone.now()
    for to in ("accounts.user:3", "accounts.user:4", "accounts.user:5"):
        make_link(purpose="try", about=("cms.asset", "7"), to=to, now=now)
    about = ("cms.asset", "7")
    assert revoke_links(purpose="try", about=about, to="accounts.user:4", now=now) == 1
    assert revoke_links(purpose="once", about=about, now=now) == 0
    assert revoke_links(purpose="try", about=about, now=now) == 2


def test_old_ones_are_forgotten() -> None:
    now = timezone.now()
    for days in (0, KEPT.days - 1, KEPT.days + 1):
        LinkFactory(made_at=now - timedelta(days=days + 8), expires_at=now - timedelta(days=days))
    assert purge_links(now=now) == 1


def test_nobody_takes_a_name_that_another_has() -> None:
    register(TRY)
    with pytest.raises(ValueError, match="twice"):
        register(Purpose("try", 2 * WEEK, _show, _press))
    with pytest.raises(KeyError):
        make_link(purpose="nobody's", about=("", ""), to="", now=timezone.now())
    assert ONCE.single_use


LINES = {
    "Not Found: /link/abc-DEF_1/": "Not Found: /link/(a link)/",
    "'GET https://x.example/link/abc-DEF_1/?a=b'": "'GET https://x.example/link/(a link)/?a=b'",
    "next=%2Flink%2Fabc-DEF_1%2F": "next=%2Flink%2F(a link)%2F",
    "/links/ and /account/login/": "/links/ and /account/login/",
}


@pytest.mark.parametrize(("line", "written"), LINES.items())
def test_no_line_of_the_log_holds_a_token(line: str, written: str) -> None:
    assert without_links(None, "", line) == written


def test_nor_what_django_writes_of_a_page_that_was_not_there(client: Client) -> None:
    handler = next(
        each for each in logging.getLogger().handlers if isinstance(each.formatter, structlog.stdlib.ProcessorFormatter)
    )
    listening = logging.StreamHandler(io.StringIO())
    listening.setFormatter(handler.formatter)
    logging.getLogger().addHandler(listening)
    try:
        client.get("/link/Pargeterwort/")
        Client(enforce_csrf_checks=True).post(sent())
    finally:
        logging.getLogger().removeHandler(listening)
    written = listening.stream.getvalue()
    assert "/link/(a link)/" in written
    assert "Pargeterwort" not in written
