"""A group's life in a phone-sized browser: listed without an account, put right, confirmed, said to run, handed over,
stopped. Once with scripts and every page looked at, and once without scripts.

Every message is the one that was really sent, read where the demonstration keeps them.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import GROUP_ACTS
from tests.browser.finger import Finger, a_connector_approves, finds, list_a_group
from tests.processes.installation import Installation
from tests.waiting import until

pytestmark = pytest.mark.browser
SIGN_IN = re.compile("^Sign in$")


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
def test_a_groups_day(open_page: Callable[..., Page], borough: Installation, address: str, script: bool) -> None:
    name, who = ("Mill Street Felt Makers", "marge") if script else ("Mill Street Lace Makers", "letty")
    leader = f"{who}@pikelane.example"
    heir = f"{who}s-friend@pikelane.example"
    phone = Finger(open_page(width=360, script=script), sound=script)
    list_a_group(phone, name, scripts=script, email=leader)
    a_connector_approves(open_page, name)

    signs_in(phone, leader, subject="People see it now")
    changes_a_time(phone, name)
    wants_to_be_asked(phone)

    borough.act("a_year_later", address, name, leader, of=GROUP_ACTS)
    link = says_that_all_is_right(phone, open_page, name, leader)
    says_that_it_ran(phone, open_page, name, leader)

    friend = Finger(open_page(width=360, script=script), sound=script)
    hands_over(phone, friend, name, heir)
    lost_the_right_a_second_ago(phone, friend, open_page, name, link)

    borough.act("a_year_later", address, name, heir, of=GROUP_ACTS)
    stops(friend, open_page, name, heir)


def signs_in(phone: Finger, address: str, *, subject: str) -> None:
    """By the message that said so, and the code in another."""
    opens(phone, message(phone, subject, address), "/account/login/|/my-listings/")
    phone.page.get_by_label("Your e-mail address").fill(address)
    phone.press(SIGN_IN)
    code = re.search(r"\d{4}-\d{4}", message(phone, "code", address).inner_text())
    assert code
    phone.page.get_by_label("The code").fill(code[0])
    phone.press(SIGN_IN)
    expect(phone.page.locator("h1")).to_have_text("My listings")


def changes_a_time(phone: Finger, name: str) -> None:
    page = phone.page
    phone.follow("Something has changed")
    phone.follow("Change this time")
    phone.follow("Hours")
    page.get_by_label("Starts at").fill("2pm")
    page.get_by_label("Ends at").fill("4pm")
    phone.press("Carry on")
    expect(page.locator("main")).to_contain_text("Every Tuesday, 2 to 4pm")
    phone.press("Yes, send it")
    expect(page.locator("main")).to_contain_text("People see it now")
    phone.follow("See the page")
    expect(page.locator("h1")).to_have_text(name)
    expect(page.locator("main")).to_contain_text("Every Tuesday, 2 to 4pm")


def wants_to_be_asked(phone: Finger) -> None:
    """Once, on her own page: after sessions, by e-mail."""
    phone.page.goto("/my-listings/")
    phone.follow("Something has changed")
    phone.press("Ask me by e-mail")
    expect(phone.page.locator("main")).to_contain_text("We ask you by e-mail after sessions")


def says_that_all_is_right(phone: Finger, open_page: Callable[..., Page], name: str, leader: str) -> str:
    """The address of the link by which she said so."""
    expect(public(open_page, name)).to_contain_text("Not confirmed since")
    link = opens(phone, message(phone, f"Is {name} still right?", leader), "/link/")
    main = phone.page.locator("main")
    for fact in ("Every Tuesday, 2 to 4pm", "Weavers Hall", "Free", "Maureen"):
        expect(main).to_contain_text(fact)
    phone.press("Yes, all of it")
    expect(main).to_contain_text("You said that this is right")
    expect(public(open_page, name)).to_contain_text("said this was right today")
    return link


def says_that_it_ran(phone: Finger, open_page: Callable[..., Page], name: str, leader: str) -> None:
    opens(phone, message(phone, f"Did {name} run", leader), "/link/")
    phone.press(re.compile("^It ran"))
    expect(phone.page.locator("main")).to_contain_text("You said that it ran")
    phone.press(re.compile("^We’ve room"))
    expect(phone.page.locator("main")).to_contain_text("and that you’ve room")
    expect(public(open_page, name)).to_contain_text(re.compile(r"Ran (last \w+|today|yesterday|on \d+ \w+)\."))


def hands_over(phone: Finger, friend: Finger, name: str, heir: str) -> None:
    """Whoever comes after is added, given the lead, and comes in by the message that tells them."""
    phone.page.goto("/my-listings/")
    phone.follow("Something has changed")
    phone.follow("Who looks after this page")
    phone.page.get_by_label("Their first name").fill("Sheila")
    phone.page.get_by_label("Their e-mail address").fill(heir)
    phone.press("Add them")
    phone.press("Hand the lead to Sheila")
    expect(phone.page.locator("main")).to_contain_text("Sheila: has the lead")
    signs_in(friend, heir, subject=f"You look after {name} now")


def lost_the_right_a_second_ago(
    phone: Finger, friend: Finger, open_page: Callable[..., Page], name: str, link: str
) -> None:
    """The old leader has a change ready to send; the new one takes her off; her press changes nothing, nor does the
    link that she was sent once."""
    phone.page.goto("/my-listings/")
    phone.follow("Something has changed")
    phone.follow(re.compile("Change whether there is room"))
    phone.page.get_by_label("We are full just now").check()
    phone.press("Carry on")
    expect(phone.page.locator("h1")).to_have_text("Is this right?")

    friend.follow("Something has changed")
    friend.follow("Who looks after this page")
    friend.press(re.compile("^Take .* off$"))
    expect(friend.page.locator("main")).to_contain_text("from now on")

    phone.press("Yes, send it")
    expect(phone.page.locator("h1")).to_have_text("We can’t find that page")
    for path in ("/my-listings/", link):
        phone.page.goto(path)
        expect(phone.page.locator("h1")).to_be_visible()
        expect(phone.page.locator("main")).not_to_contain_text(name)
    expect(public(open_page, name)).not_to_contain_text("full just now")


def stops(friend: Finger, open_page: Callable[..., Page], name: str, heir: str) -> None:
    """It is asked once. The listing leaves the search, its address says so, and a connector reads what she said."""
    page = public(open_page, name).page
    opens(friend, message(friend, f"Is {name} still right?", heir), "/link/")
    friend.press("We have stopped")
    friend.page.get_by_label("Is there something people should know?").fill("The hall was sold. Try the library.")
    friend.press("Yes, we have stopped")
    expect(friend.page.locator("main")).to_contain_text("you have stopped. People no longer see it.")

    answer = page.reload()
    assert answer
    assert answer.status == 404
    expect(page.locator("main")).to_contain_text("the group may have stopped")
    page.goto(f"/search/?q={name.replace(' ', '+')}")
    expect(page.get_by_role("link", name=name, exact=True)).to_have_count(0)
    desk = open_page(width=1280, role="connector")
    desk.goto("/admin/snippets/stewardship/task/")
    expect(desk.locator("main tbody tr", has_text=name)).to_contain_text("it was withdrawn")


def message(phone: Finger, subject: str, to: str) -> Locator:
    """The newest message of this subject to this address, in a page beside."""
    box = phone.page.context.new_page()
    found = box.locator("main li.card", has=box.locator("h2", has_text=subject)).filter(has_text=f"To {to},").first
    # It is sent by the outbox's worker, a moment after the press.
    until(lambda: box.goto("/demonstration/mailbox/") and found.count(), seconds=30, every=0.2)
    return found


def opens(phone: Finger, letter: Locator, where: str) -> str:
    """The link in a message, on the phone. Its address."""
    found = letter.locator("a").evaluate_all("all => all.map(each => each.href)")
    letter.page.close()
    address = next(each for each in found if re.search(where, each))
    phone.page.goto(address)
    phone.look()
    return str(address)


def public(open_page: Callable[..., Page], name: str) -> Locator:
    """What somebody without an account reads of it."""
    page = open_page(width=360)
    finds(page, name).click()
    expect(page.locator("h1")).to_have_text(name)
    return page.locator("main")
