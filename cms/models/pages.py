"""Editorial pages: the front page, topics, guidance. Wagtail gives drafts, preview, workflow and a time to publish.

Invariant: a page holds words, and says which topics and interests it is about; what is live in the catalogue is put
beside them when the page is asked for, by whoever registered for it (`cms.page_parts`), so a page is never out of date.
"""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import PageChooserBlock, StreamBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.addresses import first_words
from cms.blocks import CLOTHS, StartBlock
from cms.body import BodyBlock
from cms.models.interests import Interest
from cms.page_parts import parts_of

# Label, address, icon, how much there is in words, cloth: what the quilt shows.
Patch = tuple[str, str, str, str, str]


class EditorialForm(WagtailAdminPageForm):
    """Tells a page that is being written where it will stand: it is not there yet, so it cannot know."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.parent_page = self.parent_page


class EditorialPage(Page):
    """What all of them share: our own look, no passwords on pages, and no address that something else has."""

    base_form_class = EditorialForm
    private_page_options: ClassVar[list[str]] = []
    promote_panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("show_in_menus", heading="At the foot of every page"),
            ],
            "In search engines and at the foot",
        )
    ]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"heading": self.title} | parts_of(self, request)

    def clean(self) -> None:
        super().clean()
        parent = self.get_parent() if self.path else getattr(self, "parent_page", None)
        if self.slug and (parent is None or parent.depth <= FRONT_DEPTH) and self.slug in first_words():
            raise ValidationError({"slug": f"/{self.slug}/ is a page of the product. Choose another word."})


FRONT_DEPTH = 2


class HomePage(EditorialPage):
    """The front page: a question, two boxes, ways to begin, what is on today, the quilt of topics."""

    template = "search/home.html"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "cms.TopicsPage",
        "cms.GuidancePage",
        "cms.StoriesPage",
        "cms.CollectionPage",
        "cms.PlaceWeekPage",
    ]

    question = models.CharField(max_length=80, default="What would you like to do?")
    starts = StreamField(
        [("start", StartBlock())], blank=True, max_num=4, verbose_name="ways to begin", help_text="Below the two boxes."
    )
    patches_heading = models.CharField("heading of the patches", max_length=80, default="Start from what you like")
    patches_words = models.CharField("words beside it", max_length=80, blank=True, default="Pick a patch.")
    patches = StreamField(
        StreamBlock([("topic", PageChooserBlock(page_type=["cms.TopicPage"]))], required=False),
        blank=True,
        max_num=12,
        help_text="Topic pages, in their order. With none, the widest interests stand here.",
    )
    give_heading = models.CharField("heading of the way to give", max_length=80, default="Could you give an hour?")
    body = StreamField(BodyBlock(), blank=True, help_text="Below all that.")

    content_panels: ClassVar[list[Any]] = [
        FieldPanel("title", help_text="For you. People see the question."),
        FieldPanel("question"),
        FieldPanel("starts"),
        MultiFieldPanel([FieldPanel("patches_heading"), FieldPanel("patches_words"), FieldPanel("patches")], "Patches"),
        FieldPanel("give_heading"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "front page"


class TopicsPage(EditorialPage):
    """Every topic, as patches."""

    template = "cms/pages/topics.html"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms.TopicPage"]

    lead = models.CharField("what this page is for", max_length=250, blank=True)
    body = StreamField(BodyBlock(), blank=True)

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]

    class Meta:
        verbose_name = "list of topics"


class TopicPage(EditorialPage):
    """One thing that people love: words about it, then what there is, and ways to give."""

    template = "cms/pages/topic.html"
    parent_page_types: ClassVar[list[str]] = ["cms.TopicsPage"]
    subpage_types: ClassVar[list[str]] = []

    lead = models.CharField("what it is like, in a sentence", max_length=250, blank=True)
    icon = models.CharField(max_length=40, blank=True, help_text="A name of Lucide's: spool, sprout, soup, footprints.")
    cloth = models.CharField("colour of its patch", max_length=5, choices=CLOTHS, default="woad")
    for_instance = models.CharField(
        "what is on it, for instance",
        max_length=50,
        blank=True,
        help_text="Two or three things, as people call them: sewing, wood, clay. Empty: how many there are to try.",
    )
    interests = ParentalManyToManyField(
        Interest, blank=True, related_name="topic_pages", help_text="Narrower interests come with them."
    )
    body = StreamField(BodyBlock(), blank=True)
    give_heading = models.CharField("heading of the ways to give", max_length=80, default="Ways to give")

    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("interests"),
        MultiFieldPanel([FieldPanel("for_instance"), FieldPanel("icon"), FieldPanel("cloth")], "Its patch"),
        FieldPanel("body"),
        FieldPanel("give_heading"),
    ]

    class Meta:
        verbose_name = "topic"

    def patch(self, words: str, *, empty: bool = False) -> Patch:
        """Itself as a patch of the quilt. `words`: how much there is, told where it names nothing for instance, and
        where it is known to be `empty`."""
        named = "" if empty else self.for_instance
        return (self.title, self.url or "", self.icon or "sprout", named or words, self.cloth)


class GuidancePage(EditorialPage):
    """Something to read: how to start a group, what a first visit is like."""

    template = "cms/pages/guidance.html"
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage", "cms.GuidancePage"]
    subpage_types: ClassVar[list[str]] = ["cms.GuidancePage"]

    lead = models.CharField("what this page is for", max_length=250, blank=True)
    body = StreamField(BodyBlock(), blank=True)

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]

    class Meta:
        verbose_name = "guidance"
