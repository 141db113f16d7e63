"""The demonstration's own pages: coming in as anybody, and messages that nobody was sent; outside of it, nothing."""

import json
from pathlib import Path

import pytest
from django.core.mail import EmailMessage, get_connection
from django.test import Client
from pytest_django import Settings

from connector.accounts.models import User
from connector.core.roles import ROLES
from connector.demo.accounts import ACCOUNTS, MAUREENS, PASSWORD, ensure_accounts
from connector.demo.mailbox import KEPT, messages
from tests.factories.assets import AssetFactory

BACKEND = "connector.demo.mailbox.MailboxBackend"
PAGES = ("/demonstration/", "/demonstration/mailbox/")


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.CONNECTOR_MAILBOX = tmp_path / "mailbox"
    return tmp_path / "mailbox"


def test_a_message_is_kept_printed_and_shown_newest_first(
    client: Client, capsys: pytest.CaptureFixture, db: None
) -> None:
    _send("First", "Hello Maureen")
    _send("Second", "Your code is 1234-5678, see http://testserver/x/")
    assert [message.subject for message in messages()] == ["Second", "First"]
    printed = capsys.readouterr()
    assert "1234-5678" in printed.err
    assert not printed.out
    page = client.get("/demonstration/mailbox/").content.decode()
    assert page.index("Second") < page.index("First")
    assert '<a href="http://testserver/x/"' in page
    assert "Hello Maureen" in page


def test_what_a_message_says_is_text(client: Client, db: None) -> None:
    _send("<b>bold</b>", "<script>alert(1)</script>")
    page = client.get("/demonstration/mailbox/").content.decode()
    assert "<script>alert(1)" not in page
    assert "<b>bold</b>" not in page
    assert "&lt;b&gt;bold" in page


def test_only_the_newest_are_kept(folder: Path) -> None:
    for number in range(KEPT + 3):
        _send(str(number), "x")
    assert len(list(folder.iterdir())) == KEPT
    assert messages()[0].subject == str(KEPT + 2)
    assert messages()[-1].subject == "3"


def test_files_that_are_no_messages_do_no_harm(folder: Path) -> None:
    _send("Whole", "x")
    (folder / "1.json").write_text("{", encoding="utf-8")
    (folder / "2.json").write_text(json.dumps(["to"]), encoding="utf-8")
    (folder / "notes.json").write_text(json.dumps({"to": "x", "subject": "y", "body": "z"}), encoding="utf-8")
    assert [message.subject for message in messages()] == ["Whole"]


@pytest.mark.parametrize("path", ["1.json", "../db.sqlite3", "%2e%2e/db.sqlite3", "mailbox/1.json"])
def test_no_address_names_a_file(client: Client, folder: Path, path: str, db: None) -> None:
    _send("Secret", "x")
    assert client.get(f"/demonstration/mailbox/{path}").status_code == 404
    assert client.get("/demonstration/mailbox/", {"file": path, "name": path}).status_code == 200


def test_an_empty_mailbox_says_so(client: Client, db: None) -> None:
    assert "No message was sent. Yet." in client.get("/demonstration/mailbox/").content.decode()


@pytest.mark.django_db
def test_there_is_an_account_for_every_role() -> None:
    ensure_accounts()
    ensure_accounts()
    assert [user.groups.get().name for user in User.objects.order_by("pk")] == [role.group for role in ROLES]
    assert all(user.check_password(PASSWORD) for user in User.objects.all())


@pytest.mark.django_db
def test_maureen_keeps_her_circle_and_what_somebody_changed_stays() -> None:
    circle = AssetFactory(name=MAUREENS)
    ensure_accounts()
    maureen = User.objects.get(email="maureen@tenterclough.example")
    assert maureen.editorships.get().asset == circle
    maureen.groups.clear()
    ensure_accounts()
    assert not maureen.groups.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.group)
def test_one_press_and_one_is_in(client: Client, account: object) -> None:
    ensure_accounts()
    page = client.get("/demonstration/").content.decode()
    assert account.email in page
    assert PASSWORD in page
    client.post("/demonstration/enter/", {"email": account.email})
    assert client.session["_auth_user_id"] == str(User.objects.get(email=account.email).pk)


@pytest.mark.django_db
def test_nobody_else_is_entered(client: Client) -> None:
    User.objects.create_user("real@tenterclough.example", PASSWORD)
    ensure_accounts()
    User.objects.filter(email="manager@tenterclough.example").update(is_active=False)
    for email in ("real@tenterclough.example", "manager@tenterclough.example", ""):
        assert client.post("/demonstration/enter/", {"email": email}).status_code == 404
    assert client.get("/demonstration/enter/").status_code == 405
    assert "_auth_user_id" not in client.session


def test_before_the_borough_is_there_the_page_says_what_to_do(client: Client, db: None) -> None:
    assert "seed_demo" in client.get("/demonstration/").content.decode()


@pytest.mark.django_db
def test_outside_the_demonstration_none_of_it_exists(client: Client, settings: Settings) -> None:
    ensure_accounts()
    settings.CONNECTOR_DEMONSTRATION = False
    for path in PAGES:
        assert client.get(path).status_code == 404
    assert client.post("/demonstration/enter/", {"email": ACCOUNTS[0].email}).status_code == 404
    page = client.get("/account/login/").content.decode()
    assert "demonstration" not in page.lower()
    assert "mailbox" not in page


@pytest.mark.django_db
def test_outside_the_demonstration_no_account_is_made(settings: Settings) -> None:
    settings.CONNECTOR_DEMONSTRATION = False
    ensure_accounts()
    assert not User.objects.exists()


@pytest.mark.django_db
def test_the_pages_lead_to_one_another(client: Client) -> None:
    ensure_accounts()
    assert 'href="/demonstration/"' in client.get("/account/login/").content.decode()
    client.post("/account/login/code/", {"email": ACCOUNTS[1].email})
    assert 'href="/demonstration/mailbox/"' in client.get("/account/login/code/confirm/").content.decode()
    home = client.get("/account/signup/").content.decode()
    assert all(f'href="{path}"' in home for path in PAGES), "the banner has both"


def _send(subject: str, body: str) -> None:
    EmailMessage(subject, body, to=["maureen@tenterclough.example"], connection=get_connection(BACKEND)).send()
