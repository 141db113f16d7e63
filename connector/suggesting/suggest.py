"""What a listing's own words suggest that it is about: phrases of the vocabulary in its name, summary and text.

Invariant: pure given its vocabulary. Only what groups write counts (labels and other names of an interest); the
everyday words by which people are understood would find too much in a text that nobody spoke.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cms.imports.drafts import Content
from cms.imports.suggesting import Suggestion
from connector.suggesting.bodies import is_congregation, is_fund, is_landlord, is_of_a_profession, is_place_of_learning
from connector.suggesting.evidence import ENOUGH, SHORT_WORDS, Part, weight
from connector.suggesting.mentions import is_beside_the_point
from connector.suggesting.phrases import ListingPhrases, Phrase
from connector.suggesting.proper_names import IsPlace, in_a_place_name, means_something_else
from connector.suggesting.purposes import without_set_phrases
from connector.suggesting.reach import HEAD, gives_money, works_abroad
from connector.suggesting.topics import CONGREGATIONS, topics
from search.vocabulary import Vocabulary

MOST = 8
# As far into a long text as is read: what comes later is seldom what a group is about.
READ = 1_200
_RANK: dict[Part, int] = {"name": 0, "summary": 1, "text": 2, "tags": 3}


@dataclass(slots=True)
class _Shown:
    """An interest with the best words that showed it, where they stand, and how much all of its words count."""

    code: str
    words: str
    order: tuple[int, int, int]
    weight: float = 0.0


class Suggester:
    """Reads listings with one vocabulary. `is_place`: whether a name is that of a town or village."""

    def __init__(self, vocabulary: Vocabulary, is_place: IsPlace = lambda name: False) -> None:
        self._is_place = is_place
        self._phrases = ListingPhrases(vocabulary)

    def __call__(self, content: Content) -> Sequence[Suggestion]:
        """At most `MOST` interests, strongest first: shown by the name, by the summary, by the text, by its topics."""
        found: dict[str, _Shown] = {}
        for shown in self._shown(content):
            best = found.setdefault(shown.code, shown)
            if best is not shown:
                best.weight += shown.weight
                if shown.order < best.order:
                    best.words, best.order = shown.words, shown.order
        enough = sorted((one for one in found.values() if one.weight >= ENOUGH), key=lambda one: one.order)
        return tuple(Suggestion(one.code, one.words) for one in enough[:MOST])

    def _shown(self, content: Content) -> Iterator[_Shown]:
        name, text = content.name, content.description or content.summary
        if is_place_of_learning(name) or is_landlord(name):
            return
        if not is_fund(name):
            yield from self._in_name(name)
        if is_of_a_profession(name, text[:HEAD]) or gives_money(name, text) or works_abroad(text):
            return
        yield from self._in_text(text[:READ], len(content.summary.rstrip("…")))
        yield from self._in_tags(content)

    def _in_name(self, name: str) -> Iterator[_Shown]:
        for found in self._phrases.of(name):
            if not (in_a_place_name(name, *found.at, self._is_place) or means_something_else(name, found.words)):
                yield _shown(found, "name", short=False)

    def _in_text(self, text: str, summary: int) -> Iterator[_Shown]:
        text = without_set_phrases(text)
        short = len(text.split()) <= SHORT_WORDS
        for found in self._phrases.of(text):
            if not (in_a_place_name(text, *found.at, self._is_place) or is_beside_the_point(text, *found.at)):
                yield _shown(found, "summary" if found.at[1] <= summary else "text", short=short)

    def _in_tags(self, content: Content) -> Iterator[_Shown]:
        for code, term in topics(content.tags):
            if self._phrases.knows(code) and (code not in CONGREGATIONS or is_congregation(content.name)):
                yield _Shown(code, term, (_RANK["tags"], 0, 0), weight(term, "tags", short=False))


def _shown(found: Phrase, part: Part, *, short: bool) -> _Shown:
    order = (_RANK[part], -found.size, found.at[0])
    return _Shown(found.code, found.words, order, weight(found.words, part, short=short))
