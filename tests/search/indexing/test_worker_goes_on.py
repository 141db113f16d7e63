"""A worker that fails tries again until it works, on a database that it may leave and come back to."""

import logging

import pytest

from search import conf
from search.indexing import worker
from search.indexing.trouble import UNKNOWN
from search.indexing.worker import Worker
from search.models import IndexPosition
from tests.factories.assets import AssetFactory
from tests.search.indexing.breaking import Eventful

pytestmark = pytest.mark.usefixtures("committing_db")


def test_after_failures_it_goes_on_and_logs_no_content(
    eventful: Eventful, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(conf, "POLL_SECONDS", 0.001)
    rounds = iter(range(200))
    wait = worker.nudge.wait
    monkeypatch.setattr(worker.nudge, "wait", lambda seconds: next(rounds) and wait(seconds))
    caplog.set_level(logging.INFO, "search")
    asset = AssetFactory(name="Xanthippe's Table")
    running = Worker(eventful)
    failures = iter([OSError("Xanthippe's disk"), RuntimeError("Xanthippe's Table")])

    told: list[str] = []

    def trouble(_: object) -> None:
        told.append(IndexPosition.objects.get().trouble)
        for failure in failures:
            raise failure

    def finished(_: object) -> None:
        running.ask_to_stop()

    eventful.before_write, eventful.after_write = trouble, finished
    running.run()
    assert eventful.ids() == {asset.pk}
    assert "OSError" in caplog.text
    assert "RuntimeError" in caplog.text
    assert "Xanthippe" not in caplog.text
    # What staff see meanwhile, before each of the three tries, and afterwards.
    assert told == ["", *(UNKNOWN.format(kind=kind) for kind in ("OSError", "RuntimeError"))]
    assert IndexPosition.objects.get().trouble == ""
