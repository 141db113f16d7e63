"""The order that words must give, derived a second time: every listing read anew and put through `search.ranking`.

Invariant: no engine, no index, no packed row and no snapshot: features, counts and frequencies come from the documents
of the catalogue as it is, all of it; only the pure functions of the ranking and of the order are shared.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

import numpy as np

from search import ordering, ranking
from search.choosing import choose
from search.cues import said_cues
from search.documents import documents
from search.eligibility import eligible
from search.going import points
from search.interests import vocabulary
from search.ordering import Scored
from search.questions import Question
from search.rescoring import circumstances, nearest
from search.strengths import gifts_of, met, strengths
from search.terms import term_counts
from search.types import SearchRequest, TermStatistics
from search.understanding.reading import Reading


class PlainRanking:
    """Every live listing, read once."""

    def __init__(self, now: datetime) -> None:
        pairs = list(documents(eligible(), today=now.date()))
        self.minute = int(now.timestamp() // 60)
        self.features = {features.asset_id: features for _, features in pairs}
        self.counts = {document.asset_id: term_counts(document) for document, _ in pairs}
        lengths = sum(features.length for features in self.features.values())
        frequency = Counter(key for counts in self.counts.values() for key in counts)
        self.statistics = TermStatistics(len(pairs), lengths / len(pairs), frequency)

    def ordered(self, question: Question, request: SearchRequest, reading: Reading, ids: Sequence[int]) -> list[int]:
        """`ids` in the order that this question asks for."""
        known = [self.features[asset_id] for asset_id in sorted(ids)]
        keys = ranking.columns(request.terms)
        counts = np.array([[self.counts[each.asset_id].get(key, 0) for key in keys] for each in known])
        scores = ranking.term_scores(request.terms, known, counts.reshape(len(known), len(keys)), self.statistics)
        relevant = ranking.relevance(request.terms, request.wanted, known, scores, said_cues(question.text))
        close = ranking.closeness(request.terms, request.wanted, known, scores)
        wish = circumstances(question, reading, self.minute)
        far = nearest(known, question.near)
        scored = [
            Scored(each.asset_id, relevant[row].total, close[row], sum(points(each, far[row], wish).values()), far[row])
            for row, each in enumerate(known)
        ]
        ordered = _order(question)(scored)
        if question.wishes is None:
            return [each.asset_id for each in ordered]
        places = [[each.asset_id for each in known].index(each.asset_id) for each in ordered]
        wished = strengths(reading, vocabulary())
        meets = met(wished, [known[place] for place in places], request.terms, scores[:, places])
        return [
            ordered[choice.row].asset_id
            for choice in choose(ordering.likelihoods(ordered), meets, later=gifts_of(wished))
        ]


def _order(question: Question) -> Callable[[Sequence[Scored]], list[Scored]]:
    if question.wishes is not None:
        return ordering.likely_to_go
    return ordering.nearest_of_the_close if question.near else ordering.by_words
