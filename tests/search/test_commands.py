"""The commands: each explains itself, says what it did on standard error, and fails plainly."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from search import refresh
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from search.indexing.lease import position_for
from search.models import IndexPosition
from tests.factories.assets import AssetFactory

COMMANDS = ("search_init", "search_rebuild", "search_drain", "search_gate")


def run(name: str) -> tuple[str, str]:
    """What it wrote to standard output and standard error."""
    out, err = StringIO(), StringIO()
    call_command(name, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


@pytest.mark.parametrize("name", COMMANDS)
def test_each_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        call_command(name, "--help")
    assert ended.value.code == 0
    assert "search index" in capsys.readouterr().out


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["search_init", "search_drain"])
def test_the_index_is_made_and_brought_up_to_date(name: str) -> None:
    first = AssetFactory()
    assert "Building the search index.\nThe search index is up to date." in run(name)[1]
    second = AssetFactory()
    assert "Brought 1 changed listings" in run(name)[1]
    assert {asset_id for asset_id, _ in get_engine().digests()} == {first.pk, second.pk}


@pytest.mark.django_db
def test_a_rebuild_says_how_many_there_are() -> None:
    AssetFactory()
    assert "The new index is in use: 1 listings." in run("search_rebuild")[1]


@pytest.mark.django_db
def test_the_gate_says_what_to_do_where_there_is_no_index() -> None:
    with pytest.raises(CommandError, match="There is no search index yet"):
        run("search_gate")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["search_init", "search_rebuild", "search_drain"])
def test_they_say_it_when_the_engine_does_not_answer(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise EngineUnavailable("The search server does not answer.")

    monkeypatch.setattr(get_engine(), "refresh", fail)
    with pytest.raises(CommandError, match="does not answer"):
        run(name)


@pytest.mark.django_db
def test_the_gate_says_that_all_is_well() -> None:
    AssetFactory()
    run("search_init")
    AssetFactory()
    out, _ = run("search_gate")
    assert "2 listings belong in the index." in out
    assert "1 changed and wait" in out
    assert "The index: the same as the catalogue." in out


@pytest.mark.django_db
def test_the_gate_exits_1_and_says_what_to_do_when_they_differ(capsys: pytest.CaptureFixture[str]) -> None:
    asset = AssetFactory(name="Xanthippe's Table")
    run("search_init")
    get_engine().write([], [asset.pk])
    with pytest.raises(SystemExit) as ended:
        call_command("search_gate")
    said = capsys.readouterr()
    assert ended.value.code == 1
    assert f"The index: 1 missing (listings {asset.pk})." in said.out
    assert "search_rebuild" in said.err
    assert "Xanthippe" not in said.out + said.err


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["search_init", "search_rebuild", "search_drain"])
def test_they_fail_naming_who_holds_the_index(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    position_for(get_engine())
    until = timezone.now() + timedelta(hours=1)
    IndexPosition.objects.update(lease_holder="web-1/42/ab", lease_until=until)
    monkeypatch.setattr(refresh.conf, "PATIENCE_SECONDS", 0.0)
    with pytest.raises(CommandError, match="process 42 on web-1"):
        run(name)
