"""Imports in the background: one worker at a time, taken over from one that fell silent, nothing done twice."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import TestCase
from django.utils import timezone

from cms.models import Asset
from connector.intake import steps, work
from connector.intake.keeping import DAYS_KEPT, tidy
from connector.intake.models import Import
from tests.factories.intake import ImportFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def one() -> Import:
    """An import whose differences were looked at, and that waits to be put in."""
    made = ImportFactory(state=Import.State.WRITING, source="Ours", publish=True)
    folder = made.folder / "files"
    folder.mkdir(parents=True)
    (folder / "1.upload").write_text("Name,Description\nLoom,We weave.\nTea,We drink tea.\n")
    made.files = [{"kept": "1.upload", "name": "ours.csv"}]
    made.save()
    return made


def go_on(one: Import) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        work.go_on(one)
    one.refresh_from_db()


def test_files_lie_below_the_data_and_are_nobodys(one: Import) -> None:
    assert one.folder.is_relative_to(Path(settings.CONNECTOR_DATA))
    assert not one.folder.is_relative_to(Path(settings.MEDIA_ROOT))


def test_somebody_at_work_is_left_to_it(one: Import) -> None:
    Import.objects.filter(pk=one.pk).update(worker="somebody", heard_at=timezone.now())
    one.refresh_from_db()
    go_on(one)
    work.work(one.pk)
    assert not Asset.objects.exists()


def test_a_worker_that_fell_silent_is_taken_over_from(one: Import) -> None:
    long_ago = timezone.now() - timedelta(seconds=work.SILENT_SECONDS + 1)
    Import.objects.filter(pk=one.pk).update(worker="dead", heard_at=long_ago)
    one.refresh_from_db()
    go_on(one)
    assert (one.state, one.worker, Asset.objects.count()) == (Import.State.DONE, "", 2)
    assert not (one.folder / "files").exists()


def test_one_that_was_given_up_meanwhile_stays_so(one: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    def given_up(one: Import, beat: steps.Beat) -> None:
        Import.objects.filter(pk=one.pk).update(state=Import.State.DROPPED, worker="")
        beat(1, 2)

    monkeypatch.setitem(work.WORKING, Import.State.WRITING, given_up)
    go_on(one)
    assert one.state == Import.State.DROPPED


def test_what_goes_wrong_is_said_without_a_word_of_the_file(one: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(one: Import, beat: steps.Beat) -> None:
        raise RuntimeError("Jean Okafor, 4 Carder Street")

    monkeypatch.setitem(work.WORKING, Import.State.WRITING, broken)
    go_on(one)
    assert one.state == Import.State.FAILED
    assert "Try again" in one.problem
    assert "Okafor" not in one.problem


def test_what_is_old_is_forgotten(one: Import) -> None:
    go_on(one)
    Import.objects.filter(pk=one.pk).update(heard_at=timezone.now() - timedelta(days=DAYS_KEPT + 1))
    tidy()
    assert not Import.objects.exists()
    assert not one.folder.exists()
