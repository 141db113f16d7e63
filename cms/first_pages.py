"""The pages that every installation starts with: a front page and a list of topics, who may edit them, who looks first.

Invariant: made once, where there is no front page; `migrate` never changes what an editor wrote. A database that was
emptied gets them back.
"""

from typing import Any, Final

from django.apps import apps as installed
from django.apps.registry import Apps
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import GroupPagePermission, Locale, Page, Site, Workflow, WorkflowPage

from cms.approval import WORKFLOW
from cms.grants import CURATORS
from cms.models import HomePage, TopicsPage

VERBS: Final = ("add", "change", "publish", "lock", "unlock", "bulk_delete")
STARTS: Final = (
    ("Somewhere warm with a cup of tea", "somewhere warm with a cup of tea"),
    ("A good walk", "walking"),
    ("I could lend a hand", "/search/?kind=volunteer_role"),
)
LEAD: Final = "Pick something you like, or used to like. Each leads to what is on near here, and to ways to give."


def make_pages(sender: Any, using: str, apps: Apps = installed, **_: Any) -> None:
    """`post_migrate` of cms, after the groups and the workflow are there."""
    try:
        apps.get_model("cms", "HomePage")
    except LookupError:  # migrated back to before there were pages
        return
    if using != "default":
        return
    with transaction.atomic():
        home = HomePage.objects.first() or _front_page()
        _site(home)
        _let_curators_edit(home)


def _front_page() -> HomePage:
    Locale.objects.get_or_create(language_code=get_supported_content_language_variant(settings.LANGUAGE_CODE))
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    starts = [{"type": "start", "value": {"label": label, "search": search}} for label, search in STARTS]
    home: HomePage = root.add_child(instance=HomePage(title="Front page", slug="front-page", starts=starts))
    home.add_child(instance=TopicsPage(title="Things people love", slug="topics", lead=LEAD, show_in_menus=True))
    workflow = Workflow.objects.filter(name=WORKFLOW).first()
    if workflow is not None:
        WorkflowPage.objects.create(workflow=workflow, page=home)
    return home


def _site(home: HomePage) -> None:
    """The site begins at the front page; the page that Wagtail welcomes with goes."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname="localhost", port=80, root_page=home, is_default_site=True)
        return
    welcome = site.root_page
    if welcome.specific_class is Page:
        site.root_page = home
        site.save()
        if not welcome.is_root() and not welcome.get_children().exists():
            welcome.delete()


def _let_curators_edit(home: HomePage) -> None:
    for group in Group.objects.filter(name__in=CURATORS):
        held = set(GroupPagePermission.objects.filter(group=group, page=home).values_list("permission__codename"))
        for verb in VERBS:
            if (f"{verb}_page",) not in held:
                GroupPagePermission.objects.create(group=group, page=home, permission_type=verb)
