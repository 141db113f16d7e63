"""The keys under which assets meet, kept as rows of `LikenessKey`, and who meets whom by them.

Invariant: the work grows with the assets asked about, not with the catalogue: a key that many have is only counted.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Count

from cms.likeness.blocks import Meetings
from cms.likeness.facts import Facts
from cms.likeness.keys import MOST_SHARING, keys_of
from cms.models import LikenessKey

A_QUERY = 900
"""Keys in one query: fewer than any database allows."""


def put_keys(all_facts: Collection[Facts]) -> None:
    """Write the keys of these assets in place of those that they had. Only what differs is written."""
    had: defaultdict[int, dict[int, int]] = defaultdict(dict)
    rows = LikenessKey.objects.filter(asset__in=[facts.pk for facts in all_facts])
    for pk, asset, key in rows.values_list("pk", "asset_id", "key"):
        had[asset][key] = pk
    new, gone = [], []
    for facts in all_facts:
        wanted = keys_of(facts)
        new += [LikenessKey(asset_id=facts.pk, key=key) for key in wanted - had[facts.pk].keys()]
        gone += [pk for key, pk in had[facts.pk].items() if key not in wanted]
    for some in _portions(gone):
        LikenessKey.objects.filter(pk__in=some).delete()
    LikenessKey.objects.bulk_create(new, batch_size=2_000)


def meetings(all_facts: Iterable[Facts]) -> Meetings:
    """Whom these may meet, among all assets with keys."""
    wanted = list({key for facts in all_facts for key in keys_of(facts)})
    sharing: dict[int, int] = {}
    for some in _portions(wanted):
        counted = LikenessKey.objects.filter(key__in=some).values_list("key").annotate(sharing=Count("pk")).order_by()
        sharing.update(counted)
    few = [key for key, count in sharing.items() if count <= MOST_SHARING]
    others: defaultdict[int, list[int]] = defaultdict(list)
    for some in _portions(few):
        for key, asset in LikenessKey.objects.filter(key__in=some).values_list("key", "asset_id"):
            others[key].append(asset)
    return Meetings(sharing, others)


def _portions(keys: list[int]) -> Iterable[list[int]]:
    return (keys[start : start + A_QUERY] for start in range(0, len(keys), A_QUERY))
