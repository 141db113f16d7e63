"""Whom locust lets in: a hundred residents and sixty workers, each thinking eight seconds between two presses.

Invariant: loopback only (the host is given by `tests.load.__main__`); a page that is not a 200 is a failure.
"""

import random
import re
from typing import Final

from locust import HttpUser, between, task

WORDS: Final = (
    "sewing",
    "something with wood",
    "a good walk",
    "tea and company",
    "singing",
    "gardening near ZM1",
    "chess",
)
NOTES: Final = (
    "She has embroidery all around the room and lights up when she talks of it. Her husband needs a break. Broken hip, "
    "walks with a frame. Would like somebody to go with her the first time.",
    "Used to be a joiner, retired. Misses his workshop and his mates. Nothing called a club. Has the bus pass.",
    "Two small children, new to the town, speaks some English. Loves cooking, would teach it. Tuesday mornings.",
)
PASSWORD: Final = "two-streets-away"
SHARED: Final = 10
"""So many workers have one sign-in between them: signing in is counted, and is not what is measured."""
_TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_LISTING: Final = re.compile(r'href="(/listings/[0-9a-f-]+/)"')
_cookies: list[dict[str, str]] = []


class Resident(HttpUser):
    """Reads the front page, looks for something, opens what was found, looks at a topic and at what is on."""

    fixed_count = 100
    wait_time = between(4, 12)
    found: tuple[str, ...] = ()

    @task(2)
    def front_page(self) -> None:
        self.client.get("/")

    @task(4)
    def look(self) -> None:
        words = {"q": random.choice(WORDS)}
        answer = self.client.get("/search/", params=words, name="/search/")
        self.found = tuple(dict.fromkeys(_LISTING.findall(answer.text)))

    @task(4)
    def open(self) -> None:
        if self.found:
            self.client.get(random.choice(self.found), name="/listings/…/")

    @task(1)
    def topic(self) -> None:
        self.client.get("/topics/making/", name="/topics/…/")


class Worker(HttpUser):
    """Writes what was noticed on a visit and reads what fits, then opens one."""

    fixed_count = 60
    wait_time = between(4, 12)
    found: tuple[str, ...] = ()
    count = 0

    def on_start(self) -> None:
        number, Worker.count = Worker.count, Worker.count + 1
        if number % SHARED == 0:
            self._sign_in()
            _cookies.append(self.client.cookies.get_dict())
        else:
            self.client.cookies.update(_cookies[-1] if _cookies else {})

    @task(3)
    def match(self) -> None:
        page = self.client.get("/match/")
        given = {"csrfmiddlewaretoken": _token(page.text), "note": random.choice(NOTES), "near": "ZM1 2SA"}
        answer = self.client.post("/match/", given | {"press": "show"}, name="/match/ (a note)")
        self.found = tuple(dict.fromkeys(_LISTING.findall(answer.text)))

    @task(2)
    def open(self) -> None:
        if self.found:
            self.client.get(random.choice(self.found), name="/listings/…/ (a worker)")

    def _sign_in(self) -> None:
        page = self.client.get("/account/login/", name="(signing in)")
        given = {"csrfmiddlewaretoken": _token(page.text), "login": "worker@tenterclough.example", "password": PASSWORD}
        self.client.post("/account/login/", given, name="(signing in)")


def _token(page: str) -> str:
    found = _TOKEN.search(page)
    return found[1] if found else ""
