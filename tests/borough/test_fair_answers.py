"""Two notes that differ in what decides nothing have the same first five answers, over the whole borough.

A faith is itself a liking, and changes what is near it: of notes that name a house of worship only the reading is
compared (`tests/understanding/test_fairness.py`).
"""

from collections import Counter

import pytest

from tests.borough.case import BoroughCase
from tests.understanding.alike import pairs


@pytest.mark.wide
class FairAnswersTests(BoroughCase):
    def test_pairs_have_the_same_first_five(self) -> None:
        """Measured on 29 November 2026: of 194 pairs (154 names, 32 ages, 8 she or he) at most one differs."""
        tried, differing = Counter[str](), []
        kept: dict[str, list[int]] = {}
        for what, how, first, second in pairs():
            if what == "faith":
                continue
            tried[what] += 1
            one, other = (kept.setdefault(note, self._five(note)) for note in (first, second))
            if one != other:
                differing.append((what, how))
        assert set(tried) == {"sex", "name", "age"}
        assert len(differing) <= sum(tried.values()) / 100, differing

    def _five(self, note: str) -> list[int]:
        return [hit.asset_id for hit in self.match(note).hits[:5]]
