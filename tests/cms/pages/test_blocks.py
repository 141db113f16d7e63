"""Blocks mirror components one to one, and an address that leads nowhere is refused."""

import pytest
import yaml
from django.core.exceptions import ValidationError
from wagtail.blocks import StreamValue

from cms.blocks import check_address
from cms.body import BodyBlock
from cms.picturing import LARGE, SMALL
from connector.core.components import folder
from tests.core.markup import faults
from tests.factories.pages import GuidancePageFactory, TopicPageFactory
from tests.factories.pictures import PictureFactory, PictureRenditionFactory

pytestmark = pytest.mark.django_db
BODY = BodyBlock()
BLOCKS = sorted(BODY.child_blocks)
# What an editor fills in for each, beside a page that it leads to.
FILLED = {
    "words": "<h2>Come as you are</h2><p>Nobody checks your stitches.</p>",
    "notice": {"words": "Closed in August.", "kind": "care", "address": "/search/", "link_words": "See what is on"},
    "steps": {"steps": ["Ring first.", "Come in."]},
    "summary_list": {"rows": [{"term": "When", "words": "Mondays"}]},
    "details": {"summary": "Who pays?", "body": "<b>Nobody</b>."},
    "button": {"label": "Find bread", "address": "/search/?q=bread"},
    "give": {"heading": "Could you?", "words": "Two hands.", "link_words": "Yes", "address": "tel:01632960100"},
    "quilt": {"topics": []},
    "quote": {"words": "I only came for the tea.", "who": "Jean, Bank Top"},
    "live_list": {"heading": "With thread", "interests": [], "kind": "", "this_week": False, "most": 6},
    "story": {},
    "season": {},
}


def body(*blocks: dict) -> StreamValue:
    return BODY.to_python(list(blocks))


def rendered(name: str, value: object) -> str:
    return str(body({"type": name, "value": value})[0].render())


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_is_shown_by_the_component_of_its_name(name: str) -> None:
    assert BODY.child_blocks[name].meta.template == f"components/{name}/{name}.html"
    assert (folder() / name / f"{name}.html").is_file()


@pytest.mark.parametrize("name", sorted(set(BLOCKS) - {"picture", "story", "season"}))
def test_it_gives_what_the_component_documents(name: str) -> None:
    """What the block hands over are names of the component's own examples, so nothing is shown in vain."""
    about = yaml.safe_load((folder() / name / f"{name}.yaml").read_text(encoding="utf-8"))
    documented = {key for example in about["examples"] for key in example}
    block = BODY.child_blocks[name]
    value = block.to_python(FILLED[name])
    handed = set(block.get_context(value)) - {"self", "value"}
    filled = {key for key in handed if block.get_context(value)[key] not in ("", None)}
    template = (folder() / name / f"{name}.html").read_text(encoding="utf-8")
    assert documented & handed
    assert all(key in template for key in filled)


@pytest.mark.parametrize("name", sorted(set(BLOCKS) - {"quilt", "picture", "story", "season"}))
def test_what_an_editor_filled_in_is_sound(name: str) -> None:
    html = rendered(name, FILLED[name])
    assert faults(html, whole=False) == []
    assert len(html) > 20


def test_words_are_escaped_where_they_are_no_rich_text() -> None:
    assert "&lt;b&gt;Nobody" in rendered("details", FILLED["details"])


def test_a_picture_is_shown_with_what_it_shows_in_words() -> None:
    block, picture = BODY.child_blocks["picture"], PictureFactory(description="A blue door beside the steps.")
    for size in (SMALL, LARGE):
        PictureRenditionFactory(image=picture, filter_spec=size, width=60, height=40)
    value = block.to_python({"image": picture.pk, "caption": "Come in here."})
    html = str(block.render(block.clean(value)))
    assert faults(html, whole=False) == []
    assert 'alt="A blue door beside the steps."' in html
    assert "Come in here." in html


def test_a_picture_without_words_is_refused() -> None:
    block = BODY.child_blocks["picture"]
    with pytest.raises(ValidationError) as raised:
        block.clean(block.to_python({"image": PictureFactory(description="").pk, "caption": ""}))
    assert "what it shows" in str(raised.value.block_errors["image"])


def test_patches_are_the_topics_that_are_live() -> None:
    shown, hidden = TopicPageFactory(title="Growing", cloth="moss"), TopicPageFactory(title="Flying", live=False)
    html = rendered("quilt", {"topics": [shown.pk, hidden.pk]})
    assert "Growing" in html
    assert "c-moss" in html
    assert "Flying" not in html


def test_a_button_goes_when_its_page_is_taken_down() -> None:
    page = GuidancePageFactory(title="Starting a group")
    button = {"label": "Read on", "page": page.pk}
    assert page.url in rendered("button", button)
    page.unpublish()
    assert rendered("button", button).strip() == ""


@pytest.mark.parametrize(
    "address", ["/search/?q=bread", "https://example.org/x", "tel:01632960100", "mailto:a@b.example"]
)
def test_addresses_that_lead_somewhere(address: str) -> None:
    check_address(address)


@pytest.mark.parametrize(
    "address", ["search", "//elsewhere.example/", "javascript:alert(1)", "ftp://x.example", "www.x"]
)
def test_addresses_that_do_not(address: str) -> None:
    with pytest.raises(ValidationError, match="Start it with"):
        check_address(address)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ({"label": "Go"}, "Choose a page"),
        ({"label": "Go", "address": "nowhere"}, "Start it with"),
        ({"label": "Go", "address": "/search/", "page": "page"}, "not both"),
    ],
)
def test_a_button_leads_to_one_thing(value: dict, says: str) -> None:
    if "page" in value:
        value = {**value, "page": GuidancePageFactory().pk}
    block = BODY.child_blocks["button"]
    with pytest.raises(ValidationError) as raised:
        block.clean(block.to_python(value))
    assert says in str({name: str(error) for name, error in raised.value.block_errors.items()})
