"""Who meets whom: assets that share a key, and how common each key is; and all likely pairs among many at once.

Invariant: pure; the work grows with the pairs that meet, and a pair looks likely from here as it does one by one.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from cms.likeness.facts import Facts
from cms.likeness.keys import MOST_SHARING, keys_of, telling_keys
from cms.likeness.score import Likeness, likeness

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Meetings:
    """`sharing`: how many assets have each key; `others`: the assets of each key that few have."""

    sharing: Mapping[int, int]
    others: Mapping[int, Collection[int]]

    def candidates(self, facts: Facts, keys: Collection[int] | None = None) -> set[int]:
        """The assets that may be the same as this one. `keys`: its own, where they are known already."""
        own = keys_of(facts) if keys is None else keys
        return {pk for key in own for pk in self.others.get(key, ())} - {facts.pk}

    def common(self, facts: Facts) -> dict[str, int]:
        """How many assets have each word of its name, round about, its telephone number and its page."""
        return {told: max(self.sharing.get(key, 0) for key in keys) for told, keys in telling_keys(facts).items()}


def likely_pairs(all_facts: Collection[Facts]) -> dict[Pair, Likeness]:
    """The pairs (keys of both, the smaller first) that look like one asset, with how likely."""
    by_pk = {facts.pk: facts for facts in all_facts}
    keys = {facts.pk: keys_of(facts) for facts in all_facts}
    meetings = _meetings(keys)
    found = {}
    for pk, one in by_pk.items():
        met = meetings.candidates(one, keys[pk])
        common = meetings.common(one) if met else {}
        for other in met:
            likely = likeness(one, by_pk[other], common)
            if likely.likely:
                found[min(pk, other), max(pk, other)] = likely
    return found


def _meetings(keys: Mapping[int, Collection[int]]) -> Meetings:
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for pk, own in keys.items():
        for key in own:
            holders[key].append(pk)
    sharing = {key: len(pks) for key, pks in holders.items()}
    return Meetings(sharing, {key: pks for key, pks in holders.items() if len(pks) <= MOST_SHARING})
