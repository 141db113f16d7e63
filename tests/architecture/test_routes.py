"""One table: which role reaches which address. Every address has a row here, and every row is tried for every role.

Wagtail's admin is one group: only who may look after listings, or keeps accounts, gets in at all.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from cms.models import Asset
from connector.accounts.models import User
from connector.core.roles import ROLES
from connector.demo.accounts import ACCOUNTS, MAUREENS, ensure_accounts
from connector.matching.list_address import codes
from tests.factories.assets import AssetFactory, AssetPlaceFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.places import PlaceFactory
from tests.factories.schedules import SessionFactory

ANYBODY = "anybody"
PEOPLE = (ANYBODY, *(role.group for role in ROLES))
UUID = "00000000-0000-4000-8000-00000000c19c"
KEPT = f"my-listings/{UUID}/"
JOINING = f"list-your-group/{UUID}/"

OPEN = "open"  # 200
SIGN_IN = "sign in"  # to the sign-in page
REFUSED = "refused"  # 403
ABSENT = "absent"  # 404
AWAY = "away"  # to another page
PROVE = "prove"  # to a page that asks who it is: of somebody who is signed in, once more
TOKEN = "401"  # a worker's token is asked for, and no session counts
NOT_SO = "not so"  # 405: there, but not for looking


@dataclass(frozen=True)
class Row:
    """What asking for `path` comes to, for each of `PEOPLE`; `data` makes it a question to the API."""

    path: str
    anybody: str
    workers: str
    editors: str
    connectors: str
    managers: str
    administrators: str

    def of(self, who: str) -> str:
        outcomes = (self.anybody, self.workers, self.editors, self.connectors, self.managers, self.administrators)
        return dict(zip(PEOPLE, outcomes, strict=True))[who]


def everybody(path: str, outcome: str = OPEN) -> Row:
    return Row(path, *[outcome] * len(PEOPLE))


def matching(path: str) -> Row:
    """For who visits people."""
    return Row(path, SIGN_IN, OPEN, REFUSED, OPEN, REFUSED, OPEN)


def keeping(path: str, kept: str, others: str = ABSENT) -> Row:
    """For group editors (and who may do everything). Maureen keeps the listing that is asked for; nobody else does."""
    return Row(path, SIGN_IN, REFUSED, kept, REFUSED, REFUSED, others)


def signed_in(path: str, outcome: str, *, out: str) -> Row:
    return Row(path, out, *[outcome] * (len(PEOPLE) - 1))


# Name of the route, or its pattern where it has none -> what comes of it.
TABLE: dict[str, Row] = {
    "home": everybody(""),
    "search": everybody("search/?q=sewing"),
    "whats_on": everybody("whats-on/"),
    "api_search": everybody("api/search?q=sewing"),
    "api_suggest": everybody("api/suggest?q=sew"),
    "colours": everybody("colours-x.css"),
    "how_ordered": everybody("about/order/"),
    "data_sources": everybody("about/data/"),
    "accessibility": everybody("about/accessibility/"),
    "cookies": everybody("about/cookies/"),
    "leaving": everybody("about/leaving/"),
    "gallery": everybody("gallery/"),
    "health": everybody("health/"),
    "metrics": everybody("metrics", ABSENT),
    "listing": everybody(f"listings/{UUID}/"),
    "organisation": everybody(f"organisations/{UUID}/"),
    "outlines": everybody("map/outlines.json"),
    "place": everybody(f"places/{UUID}/"),
    "listing_calendar": everybody(f"listings/{UUID}/calendar.ics"),
    "organisation_calendar": everybody(f"organisations/{UUID}/calendar.ics"),
    "place_calendar": everybody(f"places/{UUID}/calendar.ics"),
    "ward_calendar": everybody("wards/x/calendar.ics", ABSENT),
    "interest_calendar": everybody("interests/embroidery/calendar.ics"),
    "ward_poster": everybody("posters/ward/x/", ABSENT),
    "place_poster": everybody(f"posters/place/{UUID}/"),
    # The picture as it is now has an address that nobody guesses.
    "share_image": everybody(f"share/asset/{UUID}/x.png", AWAY),
    "picture": everybody("media/images/x.jpg", ABSENT),
    "api_asset": everybody(f"api/assets/{UUID}"),
    "api_structured": everybody(f"api/assets/{UUID}/schema.org"),
    "api_interests": everybody("api/interests"),
    "api_interest": everybody("api/interests/embroidery"),
    "api_schema": everybody("api/schema/"),
    "link": everybody("link/x/", ABSENT),
    "robots": everybody("robots.txt"),
    "near_box": everybody("embed/near/"),
    "near_script": everybody("embed/near.js"),
    "accent": everybody("embed/accent-24427c.css"),
    "put_on_your_website": everybody("put-this-on-your-website/?near=ZM1"),
    "screen": everybody("screen/?near=ZM1"),
    "news_new": everybody("follow/new.xml"),
    "news_on": everybody(f"follow/on.xml?place={UUID}"),
    "sitemap": everybody("sitemap.xml"),
    "sitemap_part": everybody("sitemap-listings.xml"),
    "match": matching("match/"),
    "shortlist": matching("match/kept/"),
    "takehome": matching("match/take-home/"),
    "compare": matching("match/compare/"),
    "match_sent": Row("match/sent/", SIGN_IN, NOT_SO, REFUSED, NOT_SO, REFUSED, NOT_SO),
    "hand_over": matching("match/hand-over/"),
    "handed_over": Row("match/handed-over/", SIGN_IN, AWAY, REFUSED, AWAY, REFUSED, AWAY),
    "take_back": Row("match/handed-over/back/", SIGN_IN, AWAY, REFUSED, AWAY, REFUSED, AWAY),
    "match_token": matching("account/token/"),
    "api_match": everybody("api/match", TOKEN),
    "at_a_glance": Row("at-a-glance/", SIGN_IN, REFUSED, REFUSED, OPEN, OPEN, OPEN),
    "public_list": everybody(f"list/{codes([UUID])}/"),
    "joining": everybody("list-your-group/"),
    "offering": everybody("share-something/"),
    # Nothing was begun in this browser.
    "offering_question": everybody("share-something/where/", AWAY),
    "offering_check": everybody("share-something/check/", AWAY),
    "offering_sent": everybody("share-something/sent/"),
    "joining_alike": everybody("list-your-group/alike/", NOT_SO),
    # A listing that was begun on another device: its address alone opens nothing.
    "joining_question": everybody(f"{JOINING}what/", ABSENT),
    "joining_check": everybody(f"{JOINING}check/", ABSENT),
    "joining_plainer": everybody(f"{JOINING}plainer/", NOT_SO),
    "joining_sent": everybody(f"{JOINING}sent/", ABSENT),
    "joining_pin": everybody(f"{JOINING}pin/", ABSENT),
    "joining_elsewhere": everybody(f"{JOINING}later/", ABSENT),
    "joining_dates": everybody(f"{JOINING}when/dates/", NOT_SO),
    "joining_more": everybody(f"{JOINING}more/coming/", ABSENT),
    "my_calendar": keeping(f"{KEPT}calendar/", OPEN),
    "joining_mine": keeping(f"list-your-group/kept/{UUID}/coming/", OPEN),
    "joining_asked": Row(f"list-your-group/asked/{UUID}/", SIGN_IN, REFUSED, REFUSED, ABSENT, REFUSED, ABSENT),
    "my_listings": keeping("my-listings/", OPEN, OPEN),
    "my_listing": keeping(KEPT, OPEN),
    "my_listing_check": keeping(f"{KEPT}check/", AWAY),
    "my_listing_answer": keeping(f"{KEPT}answer/", NOT_SO, NOT_SO),
    "listing_stopped": keeping(f"{KEPT}stopped/", OPEN),
    "listing_people": keeping(f"{KEPT}people/", OPEN),
    "claim": everybody(f"listings/{UUID}/look-after/"),
    "claim_sent": everybody(f"listings/{UUID}/look-after/sent/"),
    # Nobody can be rung or written to about it.
    "ask_them": everybody(f"listings/{UUID}/ask-them/", NOT_SO),
    "say_coming": everybody(f"listings/{UUID}/coming/", ABSENT),
    "weekly": everybody("weekly/"),
    "starting": everybody("start-something/"),
    "surprise": everybody("surprise/", AWAY),
    "suggest_correction": everybody(f"listings/{UUID}/wrong/"),
    "my_listing_known": keeping(f"{KEPT}known/", NOT_SO, NOT_SO),
    "my_listing_help": keeping(f"{KEPT}help/", NOT_SO, NOT_SO),
    "my_listing_poster": keeping(f"{KEPT}poster/", OPEN),
    "my_way": keeping(f"{KEPT}way/", NOT_SO, NOT_SO),
    "after_sessions": keeping(f"{KEPT}after-sessions/", NOT_SO, NOT_SO),
    "was_there": Row(f"listing/{UUID}/i-was-there/", SIGN_IN, NOT_SO, REFUSED, NOT_SO, REFUSED, NOT_SO),
    "my_listing_forget": keeping(f"{KEPT}forget/", NOT_SO, NOT_SO),
    "my_listing_question": keeping(f"{KEPT}room/", OPEN),
    "my_time": keeping(f"{KEPT}times/TIME/", OPEN),
    "my_time_question": keeping(f"{KEPT}times/TIME/days/", OPEN),
    "account_login": signed_in("account/login/", AWAY, out=OPEN),
    "account_request_login_code": signed_in("account/login/code/", AWAY, out=OPEN),
    "account_confirm_login_code": everybody("account/login/code/confirm/", AWAY),
    "account_logout": signed_in("account/logout/", OPEN, out=AWAY),
    "account_signup": everybody("account/signup/"),
    "account_inactive": everybody("account/inactive/"),
    "account_change_password": signed_in("account/password/", OPEN, out=SIGN_IN),
    "account_set_password": signed_in("account/password/first/", PROVE, out=SIGN_IN),
    "account_reauthenticate": signed_in("account/again/", OPEN, out=SIGN_IN),
    "account_code_again": signed_in("account/again/code/", PROVE, out=SIGN_IN),
    "mfa_reauthenticate": signed_in("account/again/second-step/", PROVE, out=SIGN_IN),
    "mfa_reauthenticate_webauthn": signed_in("account/again/passkey/", PROVE, out=SIGN_IN),
    "mfa_authenticate": everybody("account/login/second-step/", AWAY),
    "mfa_login_webauthn": everybody("account/login/passkey/", AWAY),
    "mfa_index": signed_in("account/safety/", OPEN, out=SIGN_IN),
    "mfa_activate_totp": signed_in("account/safety/app/", PROVE, out=SIGN_IN),
    "mfa_deactivate_totp": signed_in("account/safety/app/remove/", ABSENT, out=SIGN_IN),
    "mfa_add_webauthn": signed_in("account/safety/passkey/", PROVE, out=SIGN_IN),
    "mfa_remove_webauthn": signed_in("account/safety/passkey/1/remove/", PROVE, out=SIGN_IN),
    "mfa_view_recovery_codes": signed_in("account/safety/spare-codes/", ABSENT, out=SIGN_IN),
    "mfa_generate_recovery_codes": signed_in("account/safety/spare-codes/new/", PROVE, out=SIGN_IN),
    "mfa_download_recovery_codes": signed_in("account/safety/spare-codes/file/", ABSENT, out=SIGN_IN),
    "usersessions_list": signed_in("account/where/", OPEN, out=SIGN_IN),
    "account_reset_password": everybody("account/password/reset/"),
    "account_reset_password_done": everybody("account/password/reset/done/"),
    "account_reset_password_from_key": everybody("account/password/reset/key/1-x/"),
    "account_reset_password_from_key_done": everybody("account/password/reset/key/done/"),
    "demonstration": everybody("demonstration/"),
    "demonstration_enter": everybody("demonstration/enter/", NOT_SO),
    "mailbox": everybody("demonstration/mailbox/"),
    "admin/login/": signed_in("admin/login/", REFUSED, out=SIGN_IN),
    "admin/password_reset/": everybody("admin/password_reset/", AWAY),
    "admin/password_reset/<path:rest>": everybody("admin/password_reset/confirm/x/", AWAY),
    "wagtail_serve": everybody("topics/"),
    "wagtaildocs_serve": everybody("documents/1/x.pdf", ABSENT),
    "wagtaildocs_authenticate_with_password": everybody("documents/authenticate_with_password/1/", ABSENT),
}
ADMIN = "admin/"
IN_ADMIN = {"Connectors", "Administrators"}
# Drawings and words of the admin's own, the same for everybody, and nothing of the catalogue's.
ADMIN_OPEN = {"admin/sprite/", "admin/jsi18n/"}
WAGTAILS_DOORS = ("admin/login/", "admin/password_reset/")


@pytest.fixture
def circle(db: None, up_to_date: Callable[[], None]) -> Asset:
    """One listing, which Maureen keeps, in the index."""
    asset = AssetFactory(name=MAUREENS, uuid=UUID, organisation=OrganisationFactory(uuid=UUID))
    AssetPlaceFactory(asset=asset, place=PlaceFactory(uuid=UUID))
    SessionFactory(asset=asset)
    ensure_accounts()
    up_to_date()
    return asset


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert set(TABLE) == {name or pattern for pattern, name in _routes() if not _in_admin(pattern, name)}


@pytest.mark.parametrize("who", PEOPLE)
def test_who_reaches_what(circle: Asset, who: str) -> None:
    browser, time = _browser(who), str(circle.sessions.get().pk)
    found = {name: _outcome(browser.get(f"/{row.path.replace('TIME', time)}")) for name, row in TABLE.items()}
    assert found == {name: row.of(who) for name, row in TABLE.items()}


@pytest.mark.wide
@pytest.mark.parametrize("who", [who for who in PEOPLE if who not in IN_ADMIN])
def test_nobody_else_gets_into_the_admin_anywhere(circle: Asset, who: str) -> None:
    browser, tried = _browser(who), 0
    for pattern, name in _routes():
        if not _in_admin(pattern, name) or pattern in ADMIN_OPEN:
            continue
        answer = browser.get(f"/{_example(pattern)}")
        away = answer.status_code == 302 and answer["Location"].startswith(("/admin/login/", "/account/"))
        assert away or answer.status_code in {403, 404}, pattern
        tried += away
    assert tried > 100


@pytest.mark.parametrize("who", sorted(IN_ADMIN))
def test_who_looks_after_listings_does(circle: Asset, who: str) -> None:
    browser = _browser(who)
    for path in ("admin/", "admin/snippets/cms/asset/", "admin/reports/search/", "admin/reports/search/refused/"):
        assert _outcome(browser.get(f"/{path}")) == OPEN, path


def test_only_administrators_keep_accounts(circle: Asset) -> None:
    reached = {who for who in PEOPLE if _outcome(_browser(who).get("/admin/users/")) == OPEN}
    assert reached == {"Administrators"}


def test_a_guard_says_what_it_asks_for() -> None:
    """The table and the guards agree: what asks for a permission is open to no more roles than have it."""
    for pattern, name, callback in _views():
        needed = getattr(callback, "needed", None)
        row = TABLE.get(name or pattern)
        if needed is None or row is None:
            continue
        refused = {who for who in PEOPLE if row.of(who) in {REFUSED, SIGN_IN}}
        assert refused == {ANYBODY, *(role.group for role in ROLES if needed not in role.permissions)}, name


def _browser(who: str) -> Client:
    """Signed in as the demonstration's account of that role."""
    client = Client()
    for account in ACCOUNTS:
        if account.group == who:
            client.force_login(User.objects.get(email=account.email))
    return client


def _outcome(answer: HttpResponse) -> str:
    if answer.status_code == 302:
        doors = {"/account/login/?next=": SIGN_IN, "/account/again/": PROVE}
        return next((told for door, told in doors.items() if answer["Location"].startswith(door)), AWAY)
    return {200: OPEN, 403: REFUSED, 404: ABSENT, 405: NOT_SO}.get(answer.status_code, str(answer.status_code))


def _in_admin(pattern: str, name: str | None) -> bool:
    """Wagtail's own, which is one group. The product's doors in front of it, without names, have rows."""
    return pattern.startswith(ADMIN) and not (name is None and pattern.startswith(WAGTAILS_DOORS))


def addresses() -> list[str]:
    """An address of every route there is, the admin's among them."""
    return [f"/{_example(pattern)}" for pattern, _name in _routes()]


def _routes() -> list[tuple[str, str | None]]:
    return [(pattern, name) for pattern, name, _callback in _views()]


def _views(resolver: URLResolver | None = None, before: str = "") -> Iterator[tuple[str, str | None, object]]:
    for each in (resolver or get_resolver()).url_patterns:
        pattern = before + str(each.pattern)
        if isinstance(each, URLPattern):
            yield pattern, each.name, each.callback
        else:
            yield from _views(each, pattern)


def _example(pattern: str) -> str:
    """An address that a pattern matches: numbers for numbers, words for the rest."""
    path = re.sub(r"<(?:int:)?\w*(?:pk|id)>|<int:\w+>", "1", pattern)
    path = re.sub(r"<[^>]+>", "x", path)
    return re.sub(r"\^|\$|\(\?P?[^)]*\)|\(.*?\)|\.\*", "", path).replace("//", "/")
