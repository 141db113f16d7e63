"""What Elasticsearch is asked, word for word, and the patterns for near words; no server is needed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engines.elasticsearch.options import Options
from search.engines.elasticsearch.slips import near_pattern
from search.engines.spelling import LONG_WORD, by_length, near_words, slips
from tests.engines.questions_kept import FOLDER, as_text, kept

KEPT = dict(kept())


@pytest.mark.parametrize("name", KEPT)
def test_bodies_are_as_they_are_kept(name: str) -> None:
    assert as_text(KEPT[name]) == (FOLDER / f"{name}.json").read_text(encoding="utf-8")


def test_nothing_is_kept_that_nobody_asks() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == set(KEPT)


def test_what_is_typed_is_never_read_as_syntax() -> None:
    told = "".join(map(as_text, KEPT.values()))
    assert not re.search(r'query_string|"wildcard"|"match"', told)
    phrase = KEPT["candidates-signs"]["query"]["bool"]["must"][0]["bool"]["should"][0]
    assert phrase == {"match_phrase": {"text": {"query": '") OR *:* /.*/ a:b~2', "boost": 1.0}}}


LETTERS = st.text("abé", min_size=0, max_size=LONG_WORD + 4)
SLIPS = st.lists(
    st.tuples(st.integers(0, LONG_WORD + 4), st.sampled_from("add drop change swap".split()), st.sampled_from("abcé")),
    max_size=2,
)


@given(word=LETTERS, made=SLIPS)
def test_a_pattern_lets_every_near_word_through(word: str, made: list[tuple[int, str, str]]) -> None:
    typed = word
    for place, kind, letter in made:
        before, after = typed[:place], typed[place:]
        ways = {
            "add": letter + after,
            "drop": after[1:],
            "change": letter + after[1:],
            "swap": after[1::-1] + after[2:],
        }
        typed = before + ways[kind]
    if near_words(typed, by_length([word])):
        assert re.fullmatch(near_pattern(typed, slips(typed)), word)


def test_a_pattern_quotes_what_is_no_letter() -> None:
    assert re.fullmatch(near_pattern("a.*b", 1), "a.*b")
    assert not re.fullmatch(near_pattern("a.*b", 1), "acccb")


def test_secrets_are_not_shown() -> None:
    told = repr(Options(api_key="s3cret-key", password="s3cret-word"))
    assert "s3cret" not in told
