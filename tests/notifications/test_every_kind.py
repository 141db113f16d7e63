"""Every kind of message that the product sends, made from its example: nothing is missing, and it can be stopped."""

import re

import pytest

from connector.notifications.kinds import Kind, kinds
from connector.notifications.rendering import compose, example
from tests.core.markup import faults

pytestmark = pytest.mark.django_db
STOP = "https://connector.example/link/STOP/"
LINK = re.compile(r"https://connector\.example/\S*EXAMPLE")
FILES = ("subject.txt", "text.txt", "body.html", "example.json")


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_it_is_whole(kind: Kind) -> None:
    assert [name for name in FILES if not (kind.folder / name).is_file()] == []
    shown = example(kind)
    words = compose(kind, shown, STOP)
    assert 10 < len(words.subject) < 120
    assert faults(words.html, whole=False) == []
    assert bool(LINK.search(words.text)) is bool(LINK.search(words.html))
    for text in (words.text, words.html):
        assert STOP in text
        assert "{" not in text
    assert not words.short or STOP in words.short


def test_there_are_as_many_as_folders() -> None:
    assert {kind.folder.name for kind in kinds()} == {kind.name for kind in kinds()}
    assert len(kinds()) >= 15
