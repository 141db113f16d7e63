"""How a listing is laid out in Elasticsearch.

Invariant: fields are those of `search.engines.layout`, whose text is stemmed; Elasticsearch only splits at spaces.
Nothing but what a page of a listing shows is in here; the text itself is not kept, only found.
"""

import json
from functools import lru_cache
from hashlib import sha256
from typing import Any

from elasticsearch.dsl import Boolean, Document, GeoPoint, Integer, Keyword, Long, Text, analyzer, tokenizer

from search.engines.layout import laid_out, plain_name
from search.types import AssetDocument

# Grows when what `as_elasticsearch` makes of a listing changes and the mapping does not.
FORMAT = 1
# Between a name's folded words and the name itself: comes before a space in every order.
AFTER_PLAIN = "\t"
LONGEST_WORD = 8_000
_SPACES = analyzer("spaces", tokenizer=tokenizer("spaces", "whitespace", max_token_length=LONGEST_WORD))


class Listing(Document):
    """The fields. `text`: all stems; `pair`: any two side by side; `word`: plain folded words, once each. `name_word`
    and `label` (the name's folded words, then the name) suggest: beginnings of words are kept beside the words, which
    is what edge n-grams are for. `start`: minutes since 1970 UTC; `confirmed`: last sign of life, days since
    1970."""

    asset_id = Long()
    text = Text(analyzer=_SPACES)
    pair = Text(analyzer=_SPACES, index_options="freqs")
    word = Keyword(ignore_above=LONGEST_WORD)
    name_word = Text(analyzer=_SPACES, index_options="docs", norms=False, index_prefixes={"min_chars": 1})
    label = Keyword(ignore_above=LONGEST_WORD)
    kind = Keyword()
    # Norms as a text has them: of many interests each tells a little less.
    interest = Keyword(norms=True)
    topic = Keyword()
    slot = Keyword()
    day = Keyword()
    part = Keyword()
    cost = Keyword()
    access = Keyword()
    audience = Keyword()
    area = Keyword()
    everywhere = Boolean()
    for_workers = Boolean()
    place = GeoPoint()
    start = Long()
    confirmed = Integer()
    digest = Keyword(index=False)


def mapping() -> dict[str, Any]:
    """The mapping, as JSON has it. What no field is for is refused; documents are not kept beside their fields."""
    told = dict(Listing._index.to_dict()["mappings"])
    return {"dynamic": "strict", "_source": {"enabled": False}, **told}


def analysis() -> dict[str, Any]:
    return dict(Listing._index.to_dict()["settings"]["analysis"])


@lru_cache(maxsize=1)
def mapping_hash() -> str:
    """Eight characters that differ whenever an index made by this code would: part of each index's name."""
    told = json.dumps([FORMAT, mapping(), analysis()], sort_keys=True)
    return sha256(told.encode()).hexdigest()[:8]


def as_elasticsearch(document: AssetDocument) -> dict[str, Any]:
    """What the index is given of a listing. Fields without a value are left out."""
    given = laid_out(document) | {
        "everywhere": document.everywhere,
        "for_workers": document.for_workers,
        "place": [{"lat": point.lat, "lon": point.lon} for point in document.points],
        "confirmed": document.fresh_on,
    }
    if not document.for_workers:
        name = plain_name(document)
        given |= {"name_word": name, "label": name + AFTER_PLAIN + document.name}
    return {name: value for name, value in given.items() if value not in (None, [], "")}
