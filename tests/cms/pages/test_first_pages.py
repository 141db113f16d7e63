"""A fresh database has a front page that works and a list of topics, and an editor's words outlive every `migrate`."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import GroupPagePermission, Page, Site

from cms.first_pages import make_pages
from cms.models import GuidancePage, HomePage, TopicPage, TopicsPage
from tests.factories.assets import AssetFactory
from tests.factories.pages import GuidancePageFactory, TopicPageFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db


def again() -> None:
    make_pages(sender=apps.get_app_config("cms"), using="default")


def test_a_fresh_database_has_a_front_page(client: Client) -> None:
    html = client.get("/").content.decode()
    assert "<h1>What would you like to do?</h1>" in html
    assert 'name="near"' in html
    assert "Start from what you like" in html
    assert html.count('class="patch ') == 8
    assert 'href="/search/?kind=volunteer_role">I could lend a hand' in html
    assert client.get("/topics/").status_code == 200


def test_wagtails_welcome_is_gone_and_the_site_begins_at_ours() -> None:
    assert Site.objects.get().root_page.specific_class is HomePage
    assert Page.objects.filter(depth=2).count() == 1


def test_migrating_again_changes_nothing(client: Client) -> None:
    home = HomePage.objects.get()
    home.question = "What do you fancy?"
    home.save_revision().publish()
    TopicsPage.objects.get().delete()
    before = list(Page.objects.values_list("pk", "path"))
    again()
    assert list(Page.objects.values_list("pk", "path")) == before
    assert "What do you fancy?" in client.get("/").content.decode()


def test_an_emptied_database_gets_them_back(client: Client) -> None:
    Page.objects.get(depth=1).delete()
    Site.objects.all().delete()
    again()
    assert client.get("/").status_code == 200
    assert client.get("/topics/").status_code == 200


def test_connectors_edit_pages_and_workers_do_not() -> None:
    may = {
        name: set(
            GroupPagePermission.objects.filter(group=Group.objects.get(name=name)).values_list(
                "permission__codename", flat=True
            )
        )
        for name in ("Connectors", "Administrators", "Workers", "Managers")
    }
    assert may["Workers"] == may["Managers"] == set()
    assert may["Connectors"] == may["Administrators"] >= {"add_page", "change_page", "publish_page"}


def test_a_page_begins_in_our_workflow() -> None:
    assert GuidancePageFactory().get_workflow().name == "A connector looks"


@pytest.mark.parametrize("slug", ["search", "listings", "match", "admin", "api", "places", "account"])
def test_a_page_takes_no_address_of_the_product(slug: str) -> None:
    page = GuidancePage(title="A page", slug=slug)
    with pytest.raises(ValidationError, match="Choose another word"):
        HomePage.objects.get().add_child(instance=page)


def test_below_another_page_a_word_of_the_product_is_a_word_like_any_other(client: Client) -> None:
    client.force_login(UserFactory(role="Administrators"), backend=BACKEND)
    above = TopicsPage.objects.get()
    sent = {"title": "Places", "slug": "places", "cloth": "woad", "give_heading": "Lend a hand"}
    sent |= {"body-count": "0", "action-publish": "on"}
    answer = client.post(f"/admin/pages/add/cms/topicpage/{above.pk}/", sent)
    assert answer.status_code == 302, answer.context["form"].errors
    assert TopicPage.objects.get(slug="places").get_parent().pk == above.pk


def test_the_list_of_topics_shows_those_that_are_live(client: Client) -> None:
    TopicPageFactory(title="Making and mending")
    TopicPageFactory(title="Not ready", live=False)
    html = client.get("/topics/").content.decode()
    assert "Making and mending" in html
    assert "Not ready" not in html


def test_a_draft_is_not_found_and_a_page_at_the_foot_is_on_every_page(client: Client) -> None:
    draft = GuidancePageFactory(title="Half a thought", live=False)
    foot = GuidancePageFactory(title="Start a group", show_in_menus=True)
    assert client.get(draft.url).status_code == 404
    assert client.get(foot.url).status_code == 200
    for address in ("/", "/about/order/", AssetFactory().get_absolute_url()):
        assert foot.url in client.get(address).content.decode()


def test_below_a_page_of_guidance_stand_its_pages(client: Client) -> None:
    above = GuidancePageFactory(title="Start a group")
    GuidancePageFactory(title="Finding a room", lead="Five that cost nothing.", parent=above)
    GuidancePageFactory(title="Not yet", live=False, parent=above)
    html = client.get(above.url).content.decode()
    assert "Five that cost nothing." in html
    assert "Not yet" not in html
