"""The checker of pages finds what it is there to find."""

import pytest

from tests.core.markup import faults

GOOD = '<html lang="en-GB"><body><main id="main"><h1>Hello</h1></main></body></html>'


def test_a_good_page_has_no_faults() -> None:
    assert faults(GOOD) == []


@pytest.mark.parametrize(
    ("piece", "fault"),
    [
        ('<p id="a"></p><p id="a"></p>', "the id a stands 2 times"),
        ('<p style="color:red"></p>', "<p> has a style of its own, which the content policy forbids"),
        ("<script>1</script>", "a script stands in the page"),
        ('<p onclick="x()"></p>', "<p> has a handler of its own"),
        ("<button>Go</button>", "a button has no type"),
        ('<img src="https://elsewhere.example/a.png">', "src leads to another host"),
        ("<svg></svg>", "a drawing is neither hidden nor named"),
        ("<p>{{ name }}</p>", "a template's tag stands in the page"),
        ("<div><p></div>", "<div> is not closed in order"),
    ],
)
def test_a_fault_is_found(piece: str, fault: str) -> None:
    assert fault in faults(piece, whole=False)


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        (GOOD.replace("en-GB", "en"), "the page does not say its language"),
        (GOOD.replace("h1", "h2"), "there are 0 first headings"),
        (GOOD.replace("</main>", "<h3>Deep</h3></main>"), "headings leave out a level: [1, 3]"),
        (GOOD.replace("</main>", '<label for="x">X</label></main>'), "for=x points at nothing"),
    ],
)
def test_a_fault_of_a_page_is_found(page: str, fault: str) -> None:
    assert fault in faults(page)
