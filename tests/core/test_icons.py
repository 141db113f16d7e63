"""Icons: hidden from screen readers, and every one that a template names is there."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from lucide import IconDoesNotExist
from lucide.templatetags.lucide import lucide

from connector.core.icons import ACCESS_MARKS, OWN, draw, mark

NAMED = re.compile(r'{% icon "([^"]+)" %}')


def named() -> set[str]:
    files = (Path(settings.BASE_DIR) / "templates").rglob("*.html")
    return {name for path in files for name in NAMED.findall(path.read_text(encoding="utf-8"))}


def test_every_icon_of_a_template_exists() -> None:
    missing = []
    for name in named() - OWN.keys():
        try:
            lucide(name)
        except IconDoesNotExist:
            missing.append(name)
    assert missing == []
    assert len(named()) > 10


@pytest.mark.parametrize("name", ["search", "knot", "needle", "eye"])
def test_an_icon_says_nothing(name: str) -> None:
    drawn = draw(name)
    assert 'aria-hidden="true"' in drawn
    assert 'focusable="false"' in drawn
    assert "style=" not in drawn
    assert "xmlns" not in drawn


def test_a_name_that_nobody_drew_gives_the_knot() -> None:
    assert draw("no-such-icon-anywhere") == draw("knot")


@pytest.mark.parametrize("state", sorted(ACCESS_MARKS))
def test_each_state_has_its_mark(state: str) -> None:
    assert f"mark-{state}" in mark(state)


@pytest.mark.parametrize("state", ["", "maybe", "YES"])
def test_what_is_no_state_is_not_known(state: str) -> None:
    assert mark(state) == mark("unknown")
