"""The language of a page is in its address: nothing else changes what is shown, and every link stays in it."""

import re
from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect

from tests.factories.assets import AssetFactory
from tests.factories.pages import TopicPageFactory

pytestmark = pytest.mark.django_db
WELSH = override_settings(LANGUAGES=[("en-gb", "English"), ("cy", "Cymraeg")])
# Files, pictures, scripts and Wagtail's admin have one address in every language.
ONE_ADDRESS = ("/static/", "/media/", "/api/", "/colours-", "/follow/", "/share/", "/admin/", "/sitemap")


@pytest.fixture(autouse=True)
def welsh() -> Any:
    with WELSH:
        yield


def get(path: str, **headers: str) -> Any:
    return Client(headers=headers).get(path)


def links(answer: Any) -> list[str]:
    return re.findall(r'<a [^>]*href="(/[^"]*)"', answer.content.decode())


def test_the_address_says_the_language_and_nothing_else_does() -> None:
    english = get("/about/cookies/", accept_language="cy")
    assert '<html lang="en-GB">' in english.content.decode()
    assert english.content == get("/about/cookies/").content
    assert "Accept-Language" not in english.headers.get("Vary", "")
    welsh = get("/cy/about/cookies/", accept_language="en")
    assert '<html lang="cy">' in welsh.content.decode()
    assert (welsh.status_code, list(welsh.cookies), list(english.cookies)) == (200, [], [])


def test_a_cookie_of_some_other_website_changes_nothing() -> None:
    client = Client()
    client.cookies["django_language"] = "cy"
    assert '<html lang="en-GB">' in client.get("/about/cookies/").content.decode()


@override_settings(LANGUAGES=[("en-gb", "English")])
def test_a_council_that_speaks_english_alone_has_no_other_address_and_no_way_to_one() -> None:
    assert get("/cy/about/cookies/").status_code == 404
    page = get("/about/cookies/").content.decode()
    assert "Cymraeg" not in page
    assert "hreflang" not in page


@pytest.mark.parametrize("path", ["/cy/", "/cy/about/cookies/", "/cy/search/?q=sewing", "/cy/whats-on/"])
def test_links_in_a_welsh_page_stay_in_welsh(path: str) -> None:
    AssetFactory(name="Sewing circle")
    found = [link for link in links(get(path)) if not link.startswith(ONE_ADDRESS)]
    switch = path.removeprefix("/cy")
    assert len(found) > 5
    assert [link for link in found if not link.startswith("/cy/")] == [switch]


def test_the_way_to_the_other_language_keeps_the_page_and_its_query() -> None:
    there = get("/search/?q=sewing&free=on").content.decode()
    assert '<a href="/cy/search/?q=sewing&amp;free=on" hreflang="cy" lang="cy">Cymraeg</a>' in there
    back = get("/cy/search/?q=sewing&free=on").content.decode()
    assert '<a href="/search/?q=sewing&amp;free=on" hreflang="en-GB" lang="en-GB">English</a>' in back


def test_a_page_names_itself_and_the_same_in_each_language() -> None:
    for path, own in (("/about/data/", "/about/data/"), ("/cy/about/data/", "/cy/about/data/")):
        page = get(path).content.decode()
        assert f'<link rel="canonical" href="http://127.0.0.1:8000{own}">' in page
        named = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="http://127.0.0.1:8000([^"]+)">', page)
        assert named == [("en-GB", "/about/data/"), ("cy", "/cy/about/data/"), ("x-default", "/about/data/")]


def test_a_page_that_is_not_for_search_engines_is_not_in_welsh_either() -> None:
    page = get("/cy/account/login/").content.decode()
    assert 'rel="canonical"' not in page
    assert 'rel="alternate" hreflang' not in page
    robots = get("/robots.txt").content.decode()
    assert "Disallow: /account/\n" in robots
    assert "Disallow: /cy/account/\n" in robots


def test_the_way_to_sign_in_stays_in_welsh() -> None:
    answer = get("/cy/my-listings/")
    assert (answer.status_code, answer["Location"]) == (302, "/cy/account/login/?next=/cy/my-listings/")


def test_a_page_that_moved_leads_on_in_the_language_it_was_asked_in() -> None:
    page = TopicPageFactory(title="Making", slug="making")
    Redirect.objects.create(old_path="/old", redirect_page=page)
    Redirect.objects.create(old_path="/older", redirect_link="/about/data/?a=b")
    Redirect.objects.create(old_path="/file", redirect_link="/documents/1/a.pdf")
    assert get("/old/")["Location"] == page.url
    assert [get(f"/cy/{path}/")["Location"] for path in ("old", "older", "file")] == [
        f"/cy{page.url}",
        "/cy/about/data/?a=b",
        "/documents/1/a.pdf",
    ]


def test_nothing_there_is_said_in_the_language_of_the_address() -> None:
    answer = get("/cy/nowhere/")
    assert answer.status_code == 404
    assert '<html lang="cy">' in answer.content.decode()
    assert '<a class="brand" href="/cy/">' in answer.content.decode()


def test_what_programs_ask_has_one_address() -> None:
    for name in ("api_search", "sitemap", "robots", "health"):
        with translation.override("cy"):
            assert reverse(name) == get(reverse(name)).wsgi_request.path
            assert not reverse(name).startswith("/cy/")
    assert get("/cy/api/search/").status_code == 404


def test_the_language_of_one_answer_is_not_that_of_the_next() -> None:
    client = Client()
    client.get("/cy/about/data/")
    assert translation.get_language() == "en-gb"
    assert '<html lang="en-GB">' in client.get("/about/data/").content.decode()
