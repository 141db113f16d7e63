"""What a row says about getting in: columns of yes and no, and a few plain phrases in a text.

Invariant: pure; not known is never yes. A text counts only where it says one of the phrases and does not deny it.
"""

import re
from collections.abc import Mapping

from cms.imports.drafts import AccessDraft
from cms.imports.text import meant, one_line, shorten
from cms.imports.values import NO, YES

LONGEST_NOTE = 120
_YES = YES | {"x", "✓", "✔", "available", "full", "fully", "ydy", "oes"}
_NO = NO | {"none", "✗", "✘", "not available", "nac ydy"}
_OPENING = frozenset("yes y no n partly partial limited".split())
_PARTLY = frozenset({"partly", "partial", "partially", "limited", "some", "in part", "restricted"})
_PHRASES = (
    ("changing_place", r"changing places?\b(?! room)"),
    ("toilet_with_rails", r"(?:accessible|disabled|adapted)(?:[ /]+(?:and )?\w+)? (?:toilets?|wcs?|loos?)"),
    ("hearing_loop", r"(?:hearing|induction) loops?"),
    ("step_free", r"(?:wheelchair|level|disabled|ramped) (?:access(?:ible)?|entrance)|step[- ]free|fully accessible"),
    ("parking", r"(?:free |disabled |on[- ]?site |blue badge |accessible )?(?:car )?parking|car park"),
    ("quiet_space", r"quiet (?:space|room|area)"),
    ("dogs_welcome", r"(?:assistance |guide )?dogs (?:are )?welcome|dog[- ]friendly"),
)  # fmt: skip
_DENIED = re.compile(
    r"\b(?:no|not|without|isn't|limited|un|nearest|ask|tbc|unknown|steps?)\b[^.;,]{0,30}$", re.IGNORECASE
)
_DENIED_AFTER = re.compile(r"^[^.;,]{0,25}\b(?:no|not|un\w+|limited|none|nearby|ask)\b", re.IGNORECASE)


def access(columns: Mapping[str, str], words: str) -> tuple[AccessDraft, ...]:
    """One fact a subject. `columns`: subject -> what its cell says; `words`: texts about getting in."""
    found = {subject: fact for subject, text in columns.items() if (fact := _fact(subject, text))}
    clean = one_line(words)
    for subject, pattern in _PHRASES:
        if subject in found:
            continue
        for match in re.finditer(pattern, clean, re.IGNORECASE):
            before, after = clean[max(0, match.start() - 45) : match.start()], clean[match.end() : match.end() + 40]
            if not _DENIED.search(before) and not _DENIED_AFTER.search(after):
                found[subject] = AccessDraft(subject, "yes")
                break
    return tuple(found[subject] for subject in sorted(found))


def _fact(subject: str, text: str) -> AccessDraft | None:
    """ "Yes", "No", "Partly: two steps", "Yes - ramp at the back"."""
    clean = meant(one_line(text))
    plain = clean.casefold().strip(" .")
    if not plain:
        return None
    state = _state(plain)
    if state:
        return AccessDraft(subject, state, "as their list says" if state == "partly" else "")
    first, _, rest = clean.partition(" ")
    opening = first.casefold().strip(" ,.:;-–")
    state = _state(opening) if opening in _OPENING else ""
    note = shorten(rest.strip(" ,.:;-–()"), LONGEST_NOTE)
    return AccessDraft(subject, state, note) if state and note else None


def _state(plain: str) -> str:
    return "yes" if plain in _YES else "no" if plain in _NO else "partly" if plain in _PARTLY else ""
