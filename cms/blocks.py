"""What an editor builds a page of: each block is one component of the product, with the component's own values.

Invariant: a block called X is shown by `templates/components/X/X.html`, which gets the block's values under the names
that the component documents. Nothing is laid out here, and an address that leads nowhere is refused with what to do.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from cms.addresses import in_this_language
from cms.picturing import pictured

WITHIN_WORDS = ["bold", "link"]
WORDS = ["h2", "h3", *WITHIN_WORDS, "ul", "ol"]
CLOTHS = [("woad", "blue"), ("rose", "rose"), ("moss", "green"), ("straw", "yellow")]
_LOCAL = ("tel:", "mailto:")


def check_address(address: str) -> None:
    """Raise ValidationError unless it is a page of ours (/search/?q=bread), a website, a telephone or an e-mail."""
    if address.startswith(_LOCAL) or (address.startswith("/") and not address.startswith("//")):
        return
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError as error:
        raise ValidationError(
            "Start it with / for a page of ours (/search/?q=bread), with https:// for another website, or with tel: "
            "or mailto:."
        ) from error


class ComponentBlock(blocks.StructBlock):
    """Values with names, shown by the component of that name: the values stand beside `value` in its context."""

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        return super().get_context(value, parent_context) | self.shown(value)

    def shown(self, value: Any) -> dict[str, Any]:
        """The component's values of the block's."""
        return dict(value)


class LinkingBlock(ComponentBlock):
    """One that may lead somewhere: a page chosen in the tree, or an address. `must_link`: it is nothing without."""

    page = blocks.PageChooserBlock(required=False, help_text="A page of ours, or:")
    address = blocks.CharBlock(required=False, max_length=500, help_text="/search/?q=bread or https://…")
    must_link = False

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        address, page = cleaned.get("address"), cleaned.get("page")
        problems = {}
        if address:
            try:
                check_address(address)
            except ValidationError as error:
                problems["address"] = error
        if address and page:
            problems["address"] = ValidationError("Choose a page or write an address, not both.")
        if self.must_link and not address and not page:
            problems["page"] = ValidationError("Choose a page, or write an address below.")
        if problems:
            raise blocks.StructBlockValidationError(block_errors=problems)
        return cleaned

    def leads_to(self, value: Any) -> str:
        """The address; empty where the page was taken down."""
        page = value.get("page")
        if page is not None:
            return (page.url or "") if page.live else ""
        return in_this_language(str(value.get("address") or ""))


class WordsBlock(blocks.RichTextBlock):
    """Paragraphs, headings, lists and links."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**({"features": WORDS} | options))

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        return super().get_context(value, parent_context) | {"words": value.source}

    class Meta:
        template = "components/words/words.html"
        icon = "pilcrow"


class NoticeBlock(LinkingBlock):
    """Something to know, in one or two sentences."""

    words = blocks.CharBlock(max_length=300)
    kind = blocks.ChoiceBlock(
        choices=[("good", "went right"), ("care", "take care"), ("wrong", "went wrong")],
        required=False,
        help_text="Leave it empty for by the way.",
    )
    link_words = blocks.CharBlock(required=False, max_length=80, help_text="What the link says: See the times.")

    def shown(self, value: Any) -> dict[str, Any]:
        link = self.leads_to(value) if value["link_words"] else ""
        return {"words": value["words"], "kind": value["kind"], "link": link, "link_words": value["link_words"]}

    class Meta:
        template = "components/notice/notice.html"
        icon = "info-circle"


class DetailsBlock(ComponentBlock):
    """Something that may be opened: for whoever wants to know more."""

    summary = blocks.CharBlock(max_length=120)
    body = blocks.TextBlock(max_length=1500)

    class Meta:
        template = "components/details/details.html"
        icon = "collapse-down"


class ButtonBlock(LinkingBlock):
    """One thing to do next."""

    must_link = True
    label = blocks.CharBlock(max_length=60)
    second = blocks.BooleanBlock(required=False, label="Outlined", help_text="One filled button for one thing.")

    def shown(self, value: Any) -> dict[str, Any]:
        return {"label": value["label"], "second": value["second"], "href": self.leads_to(value)}

    def render(self, value: Any, context: Any = None) -> str:
        """Nothing, where the page that it led to was taken down: a button that does nothing is worse."""
        return super().render(value, context=context) if self.leads_to(value) else ""

    class Meta:
        template = "components/button/button.html"
        icon = "link"


class SummaryListBlock(ComponentBlock):
    """Facts in pairs: When, Mondays."""

    rows = blocks.ListBlock(
        blocks.StructBlock([("term", blocks.CharBlock(max_length=60)), ("words", blocks.CharBlock(max_length=250))]),
        min_num=1,
    )

    def shown(self, value: Any) -> dict[str, Any]:
        return {"rows": [(row["term"], row["words"]) for row in value["rows"]], "numbers": ""}

    class Meta:
        template = "components/summary_list/summary_list.html"
        icon = "list-ul"


class StepsBlock(ComponentBlock):
    """What happens, one thing after another."""

    steps = blocks.ListBlock(blocks.CharBlock(max_length=300), min_num=1)

    class Meta:
        template = "components/steps/steps.html"
        icon = "list-ol"


class PictureBlock(ComponentBlock):
    """A door, a table, a place. What it shows is written on the picture itself, for whoever does not see it."""

    image = ImageChooserBlock()
    caption = blocks.CharBlock(required=False, max_length=200)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned["image"].description.strip():
            told = ValidationError("Write on the picture what it shows, under Description. Then choose it here.")
            raise blocks.StructBlockValidationError(block_errors={"image": told})
        return cleaned

    def shown(self, value: Any) -> dict[str, Any]:
        return {"picture": pictured(value["image"]), "caption": value["caption"], "eager": ""}

    class Meta:
        template = "components/picture/picture.html"
        icon = "image"


class GiveBlock(LinkingBlock):
    """A way to give: what is wanted, in a sentence or two, and where to say yes."""

    must_link = True
    heading = blocks.CharBlock(max_length=80)
    words = blocks.CharBlock(max_length=300)
    link_words = blocks.CharBlock(max_length=60, default="Tell me more")

    def shown(self, value: Any) -> dict[str, Any]:
        links = [(value["link_words"], url)] if (url := self.leads_to(value)) else []
        return {"heading": value["heading"], "words": value["words"], "links": links}

    class Meta:
        template = "components/give/give.html"
        icon = "pick"


class QuoteBlock(ComponentBlock):
    """What somebody said, in their words and with their leave."""

    words = blocks.TextBlock(max_length=600, help_text="As they said it. The marks come by themselves.")
    who = blocks.CharBlock(
        required=False, max_length=120, help_text="A first name, and who they are: Jean, who came for the tea."
    )

    class Meta:
        template = "components/quote/quote.html"
        icon = "openquote"


class QuiltBlock(ComponentBlock):
    """Topic pages as patches."""

    topics = blocks.ListBlock(blocks.PageChooserBlock(page_type=["cms.TopicPage"]), min_num=2, max_num=12)

    def shown(self, value: Any) -> dict[str, Any]:
        pages = (page.specific for page in value["topics"] if page is not None and page.live)
        return {"patches": [page.patch("") for page in pages]}

    class Meta:
        template = "components/quilt/quilt.html"
        icon = "table"


class StartBlock(blocks.StructBlock):
    """A way to begin below the two boxes: words that somebody may press, and what is looked for then."""

    label = blocks.CharBlock(max_length=60, help_text="Somewhere warm with a cup of tea")
    search = blocks.CharBlock(
        max_length=200, help_text="What to look for: cup of tea. Or an address: /search/?kind=online"
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if ":" in cleaned["search"] or cleaned["search"].startswith("/"):
            try:
                check_address(cleaned["search"])
            except ValidationError as error:
                raise blocks.StructBlockValidationError(block_errors={"search": error}) from error
        return cleaned
