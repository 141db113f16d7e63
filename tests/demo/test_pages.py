"""The demonstration's pages: every one opens, leads somewhere, and is written once."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from cms.models import GuidancePage, HomePage, Interest, TopicPage
from connector.demo.pages import seed_pages

pytestmark = pytest.mark.django_db


def test_they_are_written_once_and_never_over_an_editors_words() -> None:
    assert seed_pages() == 13
    assert seed_pages() == 0
    home = HomePage.objects.get()
    assert [each.value.title for each in home.patches] == [page.title for page in TopicPage.objects.order_by("path")]


def test_where_an_editor_was_first_nothing_is_written() -> None:
    HomePage.objects.get().save_revision().publish()
    assert seed_pages() == 0


@pytest.mark.wide
def test_every_page_opens_and_every_link_leads_somewhere(client: Client, up_to_date: Callable[[], None]) -> None:
    seed_pages()
    up_to_date()
    pages = ["/", "/topics/", *(page.url for model in (TopicPage, GuidancePage) for page in model.objects.all())]
    links: set[str] = set()
    for page in pages:
        response = client.get(page)
        assert response.status_code == 200, page
        links |= set(re.findall(r'href="(/[^"#]*)"', response.content.decode()))
    ours = {link.replace("&amp;", "&") for link in links if not link.startswith("/static/")}
    assert {link for link in ours if client.get(link).status_code not in {200, 302}} == set()


def test_each_topic_is_about_an_interest_that_there_is() -> None:
    seed_pages()
    assert all(page.interests.exists() for page in TopicPage.objects.all())
    assert Interest.objects.filter(topic_pages__isnull=False).count() == 8
