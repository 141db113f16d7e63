"""ALISS Django's order: the mean of two ranks. Invariant: pure."""

from collections.abc import Sequence


def mixed(first: Sequence[int], second: Sequence[int]) -> list[int]:
    """Ids by the mean of their places in two orders; one that an order does not have stands after its end."""
    places = [{asset_id: place for place, asset_id in enumerate(order)} for order in (first, second)]
    ends = [len(order) for order in (first, second)]
    ids = list(dict.fromkeys([*first, *second]))
    return sorted(ids, key=lambda one: sum(place.get(one, end) for place, end in zip(places, ends, strict=True)))
