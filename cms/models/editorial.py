"""Stories, collections for a season, and what is on this week at one place: pages that a council tells its news with.

Invariant: as all editorial pages, they hold words; a collection that is out of season says so and keeps its address.
"""

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.blocks import CLOTHS
from cms.body import BodyBlock
from cms.models.pages import EditorialPage
from cms.models.places import Place

PICTURE = "cms.Picture"


class StoriesPage(EditorialPage):
    """Every story, the newest first."""

    template = "cms/pages/stories.html"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms.StoryPage"]

    lead = models.CharField("what this page is for", max_length=250, blank=True)
    body = StreamField(BodyBlock(), blank=True)

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]

    class Meta:
        verbose_name = "list of stories"


class StoryPage(EditorialPage):
    """How somebody found something, told with their leave."""

    template = "cms/pages/story.html"
    parent_page_types: ClassVar[list[str]] = ["cms.StoriesPage"]
    subpage_types: ClassVar[list[str]] = []

    lead = models.CharField("how it begins, in a sentence", max_length=250, blank=True)
    picture = models.ForeignKey(PICTURE, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    body = StreamField(BodyBlock(), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("picture", help_text="Of somebody only where they agreed. Hands and tables tell as much."),
        FieldPanel("body", help_text="End with what there is for others: a live list, or a button."),
    ]

    class Meta:
        verbose_name = "story"


class CollectionPage(EditorialPage):
    """Things that go together for a time of the year. It puts itself away when that is over."""

    template = "cms/pages/collection.html"
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    lead = models.CharField("what it is, in a sentence", max_length=250, blank=True)
    opens = models.DateField("from", help_text="The first day that it is shown.")
    closes = models.DateField("to", help_text="The last. After it the page says that it is over, and what is on.")
    cloth = models.CharField("colour", max_length=5, choices=CLOTHS, default="woad")
    body = StreamField(BodyBlock(), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel([FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")])], "Its season"),
        FieldPanel("cloth"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "collection for a season"

    def clean(self) -> None:
        super().clean()
        if self.opens and self.closes and self.closes < self.opens:
            raise ValidationError({"closes": "This is before it begins. Give a day on or after the first."})

    def in_season(self, day: date) -> bool:
        """Whether it is shown on this day."""
        return self.opens <= day <= self.closes


class PlaceWeekPage(EditorialPage):
    """Your library this week: an editor's words about one place, and what is on there for seven days."""

    template = "cms/pages/place_week.html"
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    lead = models.CharField("what it is like, in a sentence", max_length=250, blank=True)
    place = models.ForeignKey(Place, on_delete=models.SET_NULL, null=True, related_name="+")
    body = StreamField(BodyBlock(), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("place"),
        FieldPanel("body", help_text="Below what is on."),
    ]

    class Meta:
        verbose_name = "a place this week"
