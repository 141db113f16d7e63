"""How good a ranking is, measured against graded judgements: nDCG@10 and hit@3. Pure.

nDCG as in Järvelin and Kekäläinen (2002) with gain 2^grade - 1 and discount log2(rank + 1), over the queries that have
a listing of grade 2 or 3; a listing that was not judged counts 0. Hit@3: a grade of 2 or 3 among the first three.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

GOOD_GRADE = 2
DEPTH, HIT_DEPTH = 10, 3


def judgements(lines: Iterable[str]) -> dict[str, dict[str, int]]:
    """Query -> listing -> grade, from TAB-separated lines; a later line counts over an earlier one."""
    found: dict[str, dict[str, int]] = {}
    for line in lines:
        fields = line.rstrip("\n").split("\t")
        if len(fields) >= 3 and fields[2].strip().isdigit():
            found.setdefault(fields[0], {})[fields[1]] = int(fields[2])
    return found


def ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """nDCG@10 of listing ids in their order, 0 to 1."""
    ideal = _gain(sorted(grades.values(), reverse=True)[:DEPTH])
    return _gain([grades.get(listing, 0) for listing in ranked[:DEPTH]]) / ideal if ideal else 0.0


def hit(ranked: Sequence[str], grades: Mapping[str, int]) -> bool:
    """Whether one of the first three is a good suggestion."""
    return any(grades.get(listing, 0) >= GOOD_GRADE for listing in ranked[:HIT_DEPTH])


def counts(grades: Mapping[str, int]) -> bool:
    """Whether a query is measured at all: it has a good listing."""
    return any(grade >= GOOD_GRADE for grade in grades.values())


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))
