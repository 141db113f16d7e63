"""The screen of imports, as a connector uses it: upload, columns, differences, done."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase

from cms.models import Asset, AssetSource, Session
from connector.demo.accounts import ACCOUNTS, ensure_accounts
from connector.intake.models import Import, ImportMapping

pytestmark = pytest.mark.django_db
HEAD = "Group,Where,Post Code,Day/time,Tel,Odd column\n"
ROWS = (
    "Loom Circle,Weavers Hall,ZM1 2SA,Tuesdays 10am-12noon,01632 960111,red\n"
    "Tea and Tunes,St Oswin's,ZM1 2SA,ask Jean,01632 960112,blue\n"
)


class Committing(Client):
    """A client whose requests are committed, so that what waits for that is done."""

    def request(self, **request: Any) -> Any:
        with TestCase.captureOnCommitCallbacks(execute=True):
            return super().request(**request)


@pytest.fixture
def connector() -> Client:
    ensure_accounts()
    return _client("Connectors")


def _client(group: str) -> Client:
    from connector.accounts.models import User

    client = Committing()
    client.force_login(User.objects.get(email=next(each.email for each in ACCOUNTS if each.group == group)))
    return client


def upload(client: Client, text: str | bytes, name: str = "ours.csv", **more: Any) -> Any:
    data = text if isinstance(text, bytes) else text.encode()
    fields = {"source": "Our list", "contacts_for": "public", "publish": "on", **more}
    return client.post("/admin/imports/", {"tables": [SimpleUploadedFile(name, data)], **fields}, follow=True)


@pytest.fixture
def through(connector: Client) -> Callable[..., Any]:
    """Upload and go through to the end; the last page."""

    def go(text: str | bytes, name: str = "ours.csv", **more: Any) -> Any:
        address = upload(connector, text, name, **more).redirect_chain[-1][0]
        connector.post(f"{address}columns/")
        return connector.post(f"{address}apply/", follow=True)

    return go


def test_from_the_file_to_the_listings(connector: Client) -> None:
    page = upload(connector, HEAD + ROWS + ",nobody,,,,\n")
    address = page.redirect_chain[-1][0]
    shown = page.content.decode()
    assert "The heading says “post code”" in shown
    assert "kept as words from the source: Odd column" in shown
    assert not Asset.objects.exists()
    shown = connector.post(f"{address}columns/", follow=True).content.decode()
    assert "Nothing is written yet" in shown
    assert "There is no name" in shown
    assert "Every Tuesday, 10 to noon" in shown
    assert not Asset.objects.exists()
    shown = connector.post(f"{address}apply/", follow=True).content.decode()
    assert "The listings are in" in shown
    loom = Asset.objects.get(name="Loom Circle")
    assert (loom.live, loom.sessions.get().days, loom.contacts.get().phone) == (True, ["TU"], "01632 960111")
    assert AssetSource.objects.get(asset=loom).words == {"Odd column": "red"}
    assert Asset.objects.get(name="Tea and Tunes").opening_words == "ask Jean"
    one = Import.objects.get()
    assert not (one.folder / "files").exists()
    rejects = connector.get(f"{address}rejects/")
    rows = list(csv.reader(io.StringIO(b"".join(rejects.streaming_content).decode("utf-8-sig"))))
    assert rows[1][0] == "4"


def test_differences_are_shown_field_by_field_and_edits_by_hand_are_kept(
    connector: Client, through: Callable[..., Any]
) -> None:
    through(HEAD + ROWS)
    Session.objects.update(days=["WE"])
    page = upload(connector, HEAD + ROWS.replace("10am-12noon", "1pm-2pm").replace("ask Jean", "Fridays 2pm"))
    address = page.redirect_chain[-1][0]
    shown = connector.post(f"{address}columns/", follow=True).content.decode()
    assert "<td>ask Jean</td>" in shown
    assert "Every Friday, 2pm" in shown
    kept = connector.get(f"{address}?kind=left_alone").content.decode()
    assert "Loom Circle" in kept
    assert "Every Wednesday" in kept
    connector.post(f"{address}apply/")
    assert Session.objects.get(asset__name="Loom Circle").days == ["WE"]
    assert Session.objects.get(asset__name="Tea and Tunes").days == ["FR"]


def test_a_change_of_a_column_holds_and_is_kept_for_the_next_file(connector: Client) -> None:
    address = upload(connector, HEAD + ROWS).redirect_chain[-1][0]
    one = Import.objects.get()
    fields = {column["heading"]: f"c-0-{at}" for at, column in enumerate(one.understood["tables"][0]["columns"])}
    connector.post(f"{address}columns/", {**posted(one), fields["Odd column"]: "taxonomy"})
    connector.post(f"{address}apply/")
    assert Asset.objects.get(name="Loom Circle").tags == ["red"]
    assert "Odd column = taxonomy" in ImportMapping.objects.get(source="Our list").columns
    page = upload(connector, HEAD + ROWS).content.decode()
    assert "You chose this" in page


def test_columns_borrowed_of_another_source_stay_as_they_were(connector: Client) -> None:
    theirs = ImportMapping.objects.create(name="Theirs", source="Their list", columns="Odd column = taxonomy")
    address = upload(connector, HEAD + ROWS, mapping=theirs.pk).redirect_chain[-1][0]
    connector.post(f"{address}columns/", posted(Import.objects.get()))
    theirs.refresh_from_db()
    assert (theirs.source, theirs.columns) == ("Their list", "Odd column = taxonomy")
    assert ImportMapping.objects.filter(source="Our list").exists()


def test_what_is_locked_is_among_what_is_kept(connector: Client, through: Callable[..., Any]) -> None:
    through(HEAD + ROWS)
    Asset.objects.filter(name="Loom Circle").update(locked=True)
    address = upload(connector, HEAD + ROWS.replace("Tuesdays", "Thursdays")).redirect_chain[-1][0]
    connector.post(f"{address}columns/")
    assert "Loom Circle" in connector.get(f"{address}?kind=left_alone").content.decode()


def posted(one: Import) -> dict[str, str]:
    """What the form of columns sends where nobody changed anything."""
    return {f"c-0-{at}": column["field"] for at, column in enumerate(one.understood["tables"][0]["columns"])}


def test_an_import_twice_changes_nothing(through: Callable[..., Any]) -> None:
    through(HEAD + ROWS)
    before = list(Asset.objects.order_by("pk").values())
    shown = through(HEAD + ROWS).content.decode()
    assert "Unchanged</strong>: 2" in shown or "Unchanged: 2" in shown
    assert list(Asset.objects.order_by("pk").values()) == before


def test_what_a_whole_list_no_longer_has_is_taken_down(connector: Client, through: Callable[..., Any]) -> None:
    through(HEAD + ROWS)
    address = upload(connector, HEAD + ROWS.splitlines()[0] + "\n", whole_list="on").redirect_chain[-1][0]
    shown = connector.post(f"{address}columns/", follow=True).content.decode()
    assert "Would be taken down: no longer in the list" in shown
    connector.post(f"{address}apply/")
    assert [asset.name for asset in Asset.objects.filter(live=True)] == ["Loom Circle"]
    through(HEAD + ROWS)
    assert Asset.objects.filter(live=True).count() == 2


def test_a_file_that_is_no_table_is_told_and_can_be_given_up(connector: Client) -> None:
    page = upload(connector, b"%PDF-1.7 and so on", "ours.pdf")
    assert "is not a table" in page.content.decode()
    connector.post(f"{page.redirect_chain[-1][0]}drop/")
    one = Import.objects.get()
    assert one.state == Import.State.DROPPED
    assert not (one.folder / "files").exists()


def test_pressing_twice_writes_once(connector: Client) -> None:
    address = upload(connector, HEAD + ROWS).redirect_chain[-1][0]
    connector.post(f"{address}columns/")
    connector.post(f"{address}apply/")
    page = connector.post(f"{address}apply/", follow=True)
    assert "gone on meanwhile" in page.content.decode()
    assert Asset.objects.count() == 2


def test_workers_and_managers_cannot_import(connector: Client) -> None:
    for group in ("Workers", "Managers", "Group editors"):
        answer = _client(group).get("/admin/imports/")
        assert answer.status_code in (302, 403)
        assert answer.status_code == 403 or answer["Location"].startswith(("/admin/login/", "/account/"))


def test_kept_mappings_are_a_list_and_a_line_that_is_no_answer_is_told(connector: Client) -> None:
    made = ImportMapping.objects.create(name="Our list", source="Our list", columns="Group = name")
    assert "Our list" in connector.get("/admin/snippets/intake/importmapping/").content.decode()
    fields = {"name": "Our list", "source": "Our list", "licence": "", "contacts_for": "public"}
    address = f"/admin/snippets/intake/importmapping/edit/{made.pk}/"
    page = connector.post(address, {**fields, "columns": "Group = nothing like it"})
    assert "there is no field nothing like it" in page.content.decode()
    connector.post(address, {**fields, "columns": "Group = organisation"})
    made.refresh_from_db()
    assert made.columns == "Group = organisation"
    assert _client("Workers").get("/admin/snippets/intake/importmapping/").status_code in (302, 403)


def test_a_page_for_each_step_shows_where_it_is(connector: Client) -> None:
    address = upload(connector, HEAD + ROWS).redirect_chain[-1][0]
    assert "Our list" in connector.get("/admin/imports/").content.decode()
    connector.post(f"{address}columns/")
    connector.post(f"{address}back/")
    assert "Show what would change" in connector.get(address).content.decode()
    Import.objects.update(state=Import.State.READING, worker="somebody", rows_done=10, rows_total=20)
    page = connector.get(address)
    assert page.headers["Refresh"] == "2"
    assert "10 of 20 rows" in page.content.decode()
