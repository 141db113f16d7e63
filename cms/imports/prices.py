"""Prices of a table of its own (Open Referral: cost options) as the catalogue keeps them.

Invariant: pure; an amount that is no number gives no price, and its words stay for the cost in words.
"""

import re
from collections.abc import Mapping, Sequence

from cms.costs import PERIODS, Price
from cms.imports.text import meant, one_line, shorten

LONGEST_LABEL, MOST_POUNDS, MOST = 80, 10_000, 20
_AMOUNT = re.compile(r"£?\s*(\d{1,5}(?:[.,]\d{1,2})?)")
_CONCESSION = re.compile(
    r"\b(?:concession|conc|reduced|unwaged|student|low income|discount|benefits?|carers? free)", re.I
)
_EVERYBODY = frozenset("standard full adult adults price cost fee per general default entry session class".split())
_PER = {
    "session": "session|visit|time|class|lesson|game|each|person|adult|child|head|entry",
    "hour": "hour|hourly|hr",
    "day": "day|daily",
    "week": "week|weekly",
    "month": "month|monthly",
    "term": "term|termly",
    "course": "course|block",
    "year": "year|yearly|annual|annually|annum|membership",
    "once": "once|one[- ]off|joining|registration",
}
_PERIODS = {code: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for code, words in _PER.items()}


def prices(rows: Sequence[Mapping[str, Sequence[str]]]) -> tuple[tuple[Price, ...], tuple[str, ...]]:
    """(prices, words of those that are none). A row: the fields `cost` (texts) and `cost_amount`."""
    found: dict[Price, None] = {}
    told: dict[str, None] = {}
    for row in rows:
        texts = [text for each in row.get("cost", ()) if (text := meant(one_line(each)))]
        price = _price(texts, " ".join(row.get("cost_amount", ())))
        if price is not None:
            found[price] = None
        elif texts:
            told[" ".join(texts)] = None
    return tuple(found)[:MOST], tuple(told)


def _price(texts: Sequence[str], amount: str) -> Price | None:
    read = _AMOUNT.fullmatch(amount.strip())
    if read is None:
        return None
    pounds = float(read[1].replace(",", "."))
    if pounds > MOST_POUNDS:
        return None
    words = " ".join(texts)
    per = next((code for code in reversed(PERIODS) if _PERIODS[code].search(words)), "session")
    label = " ".join(text for text in texts if not _is_period(text))
    plain = {word.strip(".,").casefold() for word in label.split()}
    concession = bool(_CONCESSION.search(label))
    label = "" if plain <= _EVERYBODY or (concession and len(plain) == 1) else shorten(label, LONGEST_LABEL)
    return Price(round(pounds * 100), per, label, concession)


def _is_period(text: str) -> bool:
    rest = re.sub(r"\b(?:per|a|an|each|every|fee)\b", " ", text, flags=re.IGNORECASE)
    for pattern in _PERIODS.values():
        rest = pattern.sub(" ", rest)
    return not re.search(r"\w", rest)
