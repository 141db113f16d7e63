"""`python -m tests.measuring.duplicates`: 20,000 listings compared with 300 planted variants among them, as a table.

Invariant: prints what this run measured; recall is of the planted pairs, precision of the pairs that a variant is in.
"""

import os
import random
import time
from collections import Counter

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connector.settings.test")
django.setup()

from cms.likeness.blocks import likely_pairs  # noqa: E402  (models need Django first)
from tests.cms.likeness.planted import KINDS, listings, plant  # noqa: E402

LISTINGS, EACH, SEEDS = 20_000, 60, (1, 2, 3)


def main() -> None:
    print("| seed | seconds | " + " | ".join(KINDS) + " | recall | precision |")
    print("|" + " --- |" * (len(KINDS) + 4))
    for seed in SEEDS:
        draw = random.Random(seed)
        real = listings(LISTINGS, draw)
        planted = plant(real, EACH, draw)
        every = [*real, *(each.facts for each in planted)]
        began = time.perf_counter()
        found = likely_pairs(every)
        took = time.perf_counter() - began
        right = Counter(each.kind for each in planted if (each.original, each.facts.pk) in found)
        with_variant = sum(second > LISTINGS for _, second in found)
        share = " | ".join(f"{right[kind] / EACH:.2f}" for kind in KINDS)
        whole = sum(right.values())
        print(f"| {seed} | {took:.1f} | {share} | {whole / len(planted):.3f} | {whole / with_variant:.3f} |")


if __name__ == "__main__":
    main()
