"""After an answer: what was looked for in vain goes into the notebook, once a visit; new words are counted.

Invariant: of a note only interests of the vocabulary, the ward and the week are written down, and hashes of plain words
that nothing explained. Nothing is, while somebody only types.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.http import HttpRequest
from django.utils import timezone

from cms.geo.answers import Found
from cms.geo.geocode import exact_place
from cms.models import Area
from connector.gaps.actions.note_gaps import note_gaps
from connector.gaps.actions.note_words import note_words
from connector.gaps.new_words import worth_offering
from connector.gaps.once import not_noted_yet
from search.reasons import in_sentence

# What stands in the way, as it is read after an interest.
IN_THE_WAY: Final = {
    "nothing": "",
    "far": " (there is some, too far away)",
    "access": " (there is some that they cannot get into)",
    "time": " (there is some, at other times)",
    "room": " (there is some, without room)",
}


def note_what_is_missing(request: HttpRequest, context: Mapping[str, Any]) -> str:
    """The interests without a good match, as a sentence has them: "whippets and old songs"; empty where there are none.
    `context`: that of the answer (`gaps`, `gap_labels`, `gap_subject`, `found`)."""
    gaps, labels, found = context["gaps"], context["gap_labels"], context["found"]
    if not gaps:
        return ""
    code, name = area_of(found)
    pairs = list(zip(gaps, labels, strict=True))
    fresh = not_noted_yet(request.session, pairs, lambda pair: f"{pair[0].interest} {pair[0].obstacle} {code}")
    note_gaps(
        gaps=[gap for gap, _ in fresh],
        labels=[label for _, label in fresh],
        area_code=code,
        area=name,
        subject=context["gap_subject"],
        on=timezone.localdate(),
    )
    return _listed([f"{in_sentence(label)}{IN_THE_WAY[gap.obstacle]}" for gap, label in pairs])


def note_what_is_new(request: HttpRequest, text: str, not_understood: Iterable[str]) -> None:
    """Plain words that nothing explained are counted, each once a week for each worker."""
    words = worth_offering(text, not_understood, _is_place)
    if words and request.user.pk:
        note_words(words=words, worker=request.user.pk, on=timezone.localdate())


def _is_place(word: str) -> bool:
    return exact_place(word) is not None


def area_of(found: Found) -> tuple[str, str]:
    """Code and name of the ward, or of the district where no ward is known. A ward whose name nobody has loaded is
    called by its district and its code."""
    if not found.ward_code:
        return found.district_code, found.district_name
    name = found.ward_name or Area.objects.filter(code=found.ward_code).values_list("name", flat=True).first()
    return found.ward_code, name or f"{found.district_name}, ward {found.ward_code}".removeprefix(", ")


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
