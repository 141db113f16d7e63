"""All likely pairs among many assets at once, in memory: those that share a key are compared, and no others.

Invariant: pure; the work grows with the pairs that meet, and a pair looks likely from here as it does one by one.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

from cms.likeness.facts import Facts
from cms.likeness.keys import MOST_SHARING, keys_of, telling_keys
from cms.likeness.score import Likeness, likeness

Pair = tuple[int, int]


def likely_pairs(all_facts: Collection[Facts]) -> dict[Pair, Likeness]:
    """The pairs (keys of both, the smaller first) that look like one asset, with how likely."""
    by_pk = {facts.pk: facts for facts in all_facts}
    keys = {facts.pk: keys_of(facts) for facts in all_facts}
    sharing: defaultdict[int, list[int]] = defaultdict(list)
    for pk, own in keys.items():
        for key in own:
            sharing[key].append(pk)
    found = {}
    for pk, one in by_pk.items():
        met = {other for key in keys[pk] if len(sharing[key]) <= MOST_SHARING for other in sharing[key]} - {pk}
        common = _common(one, sharing) if met else {}
        for other in met:
            likely = likeness(one, by_pk[other], common)
            if likely.likely:
                found[min(pk, other), max(pk, other)] = likely
    return found


def _common(one: Facts, sharing: Mapping[int, list[int]]) -> dict[str, int]:
    return {told: max(len(sharing[key]) for key in keys) for told, keys in telling_keys(one).items()}
