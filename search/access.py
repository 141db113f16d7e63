"""One answer for each access subject, from what is known of the places and of the listing itself.

Invariant: pure; not known is never counted as yes, and what a listing says of itself goes before its places.
"""

from collections.abc import Iterable, Mapping, Sequence

KNOWN = frozenset({"yes", "no", "partly"})


def merged_access(places: Sequence[Mapping[str, str]], own: Mapping[str, str]) -> dict[str, str]:
    """Subject -> yes, no or partly; subjects that are not known are left out. Maps hold subject -> state.

    Several places that agree give their answer. Where they differ it is "partly"; where one is not known and the others
    do not say no, nothing is known of the whole.
    """
    merged = {subject: _together(place.get(subject, "") for place in places) for subject in _subjects(places)}
    merged |= {subject: state for subject, state in own.items() if state in KNOWN}
    return {subject: merged[subject] for subject in sorted(merged) if merged[subject] in KNOWN}


def _subjects(places: Iterable[Mapping[str, str]]) -> list[str]:
    return sorted({subject for place in places for subject in place})


def _together(states: Iterable[str]) -> str:
    found = {state if state in KNOWN else "unknown" for state in states}
    if len(found) == 1:
        return found.pop()
    return "partly" if "no" in found or "unknown" not in found else "unknown"
