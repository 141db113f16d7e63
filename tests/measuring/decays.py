"""Whether a decay by distance in the server's own score would bring better candidates to our re-scoring.

`python -m tests.measuring.decays FOLDER`, with `CONNECTOR_DATA` and `ELASTICSEARCH_URL` as the last line of
`make bench-es RELEVANCE=FOLDER` has them. The first ten of all that match, put in order by our ranking, are what
somebody should see. Told is how many of them are among the server's first 200: by words alone, and with
`function_score` and a Gaussian by distance or by the day of the last confirmation. Invariant: the same queries, the
same place, the same ranking after it.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.utils import timezone  # noqa: E402

from cms.visibility import PUBLIC  # noqa: E402
from search.engines import get_engine  # noqa: E402
from search.engines.elasticsearch import bodies  # noqa: E402
from search.engines.elasticsearch.options import Options  # noqa: E402
from search.finder import RESCORED, asked, understood  # noqa: E402
from search.interests import vocabulary  # noqa: E402
from search.questions import Question  # noqa: E402
from search.rescoring import rescore  # noqa: E402
from search.types import SearchRequest  # noqa: E402
from tests.bench.choice import SERVER, engine_of  # noqa: E402
from tests.bench.judged import Judged  # noqa: E402
from tests.bench.relevance import STRETFORD  # noqa: E402

FIRST = 10
MOST = 5_000
Body = dict[str, Any]


def words_alone(body: Body, request: SearchRequest) -> Body:
    return body


def nearer_first(scale: str) -> Callable[[Body, SearchRequest], Body]:
    """The score times a bell around the place."""

    def decayed(body: Body, request: SearchRequest) -> Body:
        at = {"lat": STRETFORD.lat, "lon": STRETFORD.lon}
        bell = {"gauss": {"place": {"origin": at, "scale": scale, "decay": 0.5}}}
        return body | {"query": {"function_score": {"query": body["query"], "functions": [bell]}}}

    return decayed


def fresher_first(body: Body, request: SearchRequest) -> Body:
    """The score times a bell around today, for what somebody has confirmed."""
    today = (timezone.localdate().toordinal()) - 719_163
    bell = {"gauss": {"confirmed": {"origin": today, "scale": 365, "decay": 0.5}}}
    return body | {"query": {"function_score": {"query": body["query"], "functions": [bell]}}}


WAYS: dict[str, Callable[[Body, SearchRequest], Body]] = {
    "words alone": words_alone,
    "decay by distance, 3 km": nearer_first("3km"),
    "decay by distance, 10 km": nearer_first("10km"),
    "decay by distance, 50 km": nearer_first("50km"),
    "decay by freshness": fresher_first,
}


def shares(texts: list[str], *, placed: bool) -> Iterator[tuple[str, list[float]]]:
    """Of each way: for each text whose matches do not all fit into the first 200, the share of the ten among them."""
    client = Options.from_settings(settings).client().options(request_timeout=60)
    minute, words, engine = int(timezone.now().timestamp() // 60), vocabulary(), get_engine()
    found: dict[str, list[float]] = {name: [] for name in WAYS}
    for text in texts:
        question = Question(text=text, near=STRETFORD if placed else None)
        reading = understood(question, words, engine)
        request = asked(question, reading, words, PUBLIC, minute)
        everything = engine.search(request, now=minute, wanted=MOST).ids
        if len(everything) <= RESCORED:
            continue
        ranked = rescore(question, request, reading, everything, words, minute)
        ten = {each.asset_id for each in ranked[:FIRST]}
        body = bodies.candidates(request, now=minute, size=RESCORED)
        for name, way in WAYS.items():
            hits = client.search(index=engine.live_generation(), body=way(body, request))["hits"]["hits"]
            ids = {int(hit["sort"][len(body["sort"]) - 1]) for hit in hits}
            found[name].append(len(ten & ids) / len(ten))
    client.close()
    yield from found.items()


def main() -> None:
    judged = Judged.read(Path(sys.argv[1]))
    texts = [judged.queries[query] for query in judged.counted()]
    with engine_of(SERVER):
        for placed in (False, True):
            print(f"\n{'With a place' if placed else 'Words alone'}: share of the first ten among the candidates\n")
            for name, found in shares(texts, placed=placed):
                print(f"| {name} | {len(found)} queries | {mean(found):.3f} | {sum(one == 1 for one in found)} whole |")


if __name__ == "__main__":
    main()
