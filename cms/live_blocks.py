"""Blocks whose content is not the editor's alone: what the catalogue has just now, a story, a collection in its season.

Invariant: a block knows nothing of the catalogue. What it shows of it is asked, when somebody looks, of whoever
registered for it (`cms.page_parts`), with the request of that somebody; without a request nothing is shown.
"""

from datetime import date
from typing import Any, Final

from django.utils import timezone
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.blocks import ComponentBlock
from cms.page_parts import parts_for
from cms.picturing import pictured
from cms.schedule.names import full_date

LIVE_LIST: Final = "a live list"
"""Under this name whatever fills a live list is registered; it gets the block's value."""
KINDS: Final = [
    ("group", "Groups"),
    ("activity", "Activities"),
    ("place", "Places"),
    ("service", "Services"),
    ("volunteer_role", "Ways to help"),
    ("visiting", "What comes to you"),
    ("online", "Online"),
]


class LiveListBlock(ComponentBlock):
    """What the catalogue has for a question, found when somebody looks: never out of date, never empty words."""

    heading = blocks.CharBlock(max_length=80)
    interests = blocks.ListBlock(
        SnippetChooserBlock("cms.Interest"),
        default=[],
        help_text="About any of these, or what is narrower. None: about anything.",
    )
    ward = SnippetChooserBlock("cms.Area", required=False, help_text="In this ward alone.")
    place = SnippetChooserBlock("cms.Place", required=False, help_text="At this place alone.")
    kind = blocks.ChoiceBlock(choices=KINDS, required=False, help_text="Empty: everything that there is to do.")
    this_week = blocks.BooleanBlock(
        required=False, label="This week", help_text="By day, for seven days from today, in place of cards."
    )
    most = blocks.IntegerBlock(min_value=1, max_value=24, default=6, label="At most")

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        request = (parent_context or {}).get("request")
        found = parts_for(LIVE_LIST, value, request) if request is not None else {}
        return super().get_context(value, parent_context) | found

    def shown(self, value: Any) -> dict[str, Any]:
        return {"heading": value["heading"]}

    class Meta:
        template = "components/live_list/live_list.html"
        icon = "list-ul"


class PageBlock(ComponentBlock):
    """One page of ours, told in short. Nothing of it stands where it was taken down."""

    def _page(self, value: Any) -> Any:
        page = value.get("page")
        return page.specific if page is not None and page.live else None

    def render(self, value: Any, context: Any = None) -> str:
        return super().render(value, context=context) if self._page(value) else ""


class StoryBlock(PageBlock):
    """A story: its picture, what it is called, how it begins."""

    page = blocks.PageChooserBlock(page_type=["cms.StoryPage"])

    def shown(self, value: Any) -> dict[str, Any]:
        page = self._page(value)
        if page is None:
            return {}
        return {"heading": page.title, "words": page.lead, "url": page.url, "picture": pictured(page.picture)}

    class Meta:
        template = "components/story/story.html"
        icon = "openquote"


class SeasonBlock(PageBlock):
    """A collection, while it is in season: it comes and goes by itself."""

    page = blocks.PageChooserBlock(page_type=["cms.CollectionPage"])

    def _page(self, value: Any) -> Any:
        page = super()._page(value)
        return page if page is not None and page.in_season(timezone.localdate()) else None

    def shown(self, value: Any) -> dict[str, Any]:
        page = self._page(value)
        if page is None:
            return {}
        until = day_and_month(page.closes)
        return {"heading": page.title, "words": page.lead, "url": page.url, "cloth": page.cloth, "until": until}

    class Meta:
        template = "components/season/season.html"
        icon = "date"


def day_and_month(day: date) -> str:
    """ "28 February"."""
    return full_date(day).split(" ", 1)[1].rsplit(" ", 1)[0]
