"""The body of an editorial page: which blocks an editor may put into it. Invariant: every page has the same ones."""

from wagtail import blocks

from cms.blocks import (
    ButtonBlock,
    DetailsBlock,
    GiveBlock,
    NoticeBlock,
    PictureBlock,
    QuiltBlock,
    QuoteBlock,
    StepsBlock,
    SummaryListBlock,
    WordsBlock,
)
from cms.live_blocks import LiveListBlock, SeasonBlock, StoryBlock


class BodyBlock(blocks.StreamBlock):
    """The body of every editorial page, in any order."""

    words = WordsBlock(label="Words")
    notice = NoticeBlock()
    steps = StepsBlock(label="Steps")
    summary_list = SummaryListBlock(label="Facts in pairs")
    details = DetailsBlock(label="More to open")
    picture = PictureBlock()
    button = ButtonBlock()
    quilt = QuiltBlock(label="Patches")
    give = GiveBlock(label="A way to give")
    quote = QuoteBlock(label="What somebody said")
    live_list = LiveListBlock(label="What there is, live")
    story = StoryBlock(label="A story")
    season = SeasonBlock(label="A collection in its season")

    class Meta:
        required = False
