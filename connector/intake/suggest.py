"""What a listing's own words suggest that it is about: phrases of the vocabulary in its name, summary and text.

Invariant: pure given its vocabulary. Only what groups write counts (labels and other names of an interest); the
everyday words by which people are understood would find too much in a text that nobody spoke.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cms.imports.drafts import Content
from cms.imports.suggesting import Suggestion
from search.understanding.concepts import concepts
from search.understanding.tokens import tokens
from search.vocabulary import Vocabulary

MOST = 8
# As far into a long text as is read: what comes later is seldom what a group is about.
READ = 1_200


@dataclass(frozen=True, slots=True)
class _Shown:
    code: str
    words: str
    strength: tuple[int, int, int]


class Suggester:
    """Reads listings with one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = Vocabulary(
            {code: replace(concept, everyday=()) for code, concept in vocabulary.concepts.items()}
        )

    def __call__(self, content: Content) -> Sequence[Suggestion]:
        """At most `MOST` interests, strongest first: shown by the name, then by the summary, then by the text."""
        best: dict[str, _Shown] = {}
        for shown in self._shown(content):
            if shown.code not in best or shown.strength < best[shown.code].strength:
                best[shown.code] = shown
        ranked = sorted(best.values(), key=lambda shown: shown.strength)[:MOST]
        return tuple(Suggestion(shown.code, shown.words) for shown in ranked)

    def _shown(self, content: Content) -> Iterator[_Shown]:
        for rank, text in enumerate((content.name, content.summary, content.description[:READ])):
            for said, span in concepts(tokens(text), text, self._vocabulary):
                yield _Shown(said.code, said.words, (rank, -len(span), said.start))
