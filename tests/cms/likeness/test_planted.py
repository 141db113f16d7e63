"""Variants planted among real listings are found, whatever was done to them, and a pair is never one by chance."""

import random

from cms.likeness.blocks import likely_pairs
from cms.likeness.keys import keys_of
from tests.cms.likeness.planted import KINDS, listings, plant

LISTINGS, EACH = 2_500, 20
RECALL = 0.95


def test_at_least_nineteen_in_twenty_variants_are_found() -> None:
    draw = random.Random(20261130)
    real = listings(LISTINGS, draw)
    planted = plant(real, EACH, draw)
    found = likely_pairs([*real, *(each.facts for each in planted)])
    missed = [(each.kind, each.facts.name) for each in planted if (each.original, each.facts.pk) not in found]
    assert len(planted) == EACH * len(KINDS)
    assert len(missed) <= (1 - RECALL) * len(planted), missed
    told = {(each.original, each.facts.pk) for each in planted}
    others = [pair for pair in found if pair[1] > LISTINGS and pair not in told]
    # Some of the real rows are the same group twice: a variant of one is like the other too.
    assert len(others) <= len(planted) / 10, others


def test_who_shares_no_key_is_never_compared() -> None:
    real = listings(400, random.Random(7))
    keys = {one.pk: keys_of(one) for one in real}
    assert all(keys[first] & keys[second] for first, second in likely_pairs(real))
