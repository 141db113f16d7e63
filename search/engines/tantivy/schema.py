"""How a listing is laid out in a tantivy index.

Invariant: text is stemmed by `search.stems` before it gets here, so that tantivy only splits at spaces. Between two
texts of a listing stands `GAP`, a word that nobody can type, so that no phrase crosses from one to the next. The name
stands there twice, since a word in it tells more (as in `search.terms`). Two stems side by side are a term as well.
`FORMAT` grows whenever the layout changes: generations of another format are not read.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import tantivy

from search.engines.matching import texts
from search.engines.tantivy.cells import cells_of
from search.facets import costs_of
from search.stems import stem, words
from search.types import AssetDocument

FORMAT = 5
GAP = "|"
SPACES = "spaces"
MARKER = "columns"
# Values of `flag`.
EVERYWHERE, FOR_WORKERS = "everywhere", "workers"
# Fields that are counted.
COUNTED = ("kind", "topic", "day", "part", "cost", "access", "audience", "area")


@lru_cache(maxsize=1)
def schema() -> tantivy.Schema:
    """The fields.

    `text`: all stems; `pair`: any two side by side; `word`: plain folded words, once each. `key` (the asset id as
    text: sets of texts are found fastest), `cell`, `interest`, `slot`, `flag` and `start` filter, and so do the fields
    of `COUNTED` and `confirmed` (days since 1970), which are counted too. `name_word`, `title` and `plain` (the title's
    folded words) suggest. `marker`: on the one document that names the columns file of a commit by its `sequence`.
    """
    fields = tantivy.SchemaBuilder()
    fields.add_unsigned_field("asset_id", indexed=True, fast=True, stored=True)
    fields.add_text_field("text", tokenizer_name=SPACES, index_option="position")
    fields.add_text_field("pair", tokenizer_name=SPACES, index_option="freq")
    fields.add_text_field("word", tokenizer_name=SPACES, index_option="basic")
    fields.add_text_field("name_word", tokenizer_name=SPACES, index_option="basic")
    for name in ("key", "cell", "interest", "slot", "flag"):
        fields.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in (*COUNTED, "plain"):
        fields.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("title", "digest", "marker"):
        fields.add_text_field(name, tokenizer_name="raw", index_option="basic", stored=True)
    fields.add_integer_field("start", fast=True)
    fields.add_integer_field("confirmed", fast=True)
    fields.add_unsigned_field("sequence", stored=True)
    return fields.build()


def prepared(index: tantivy.Index) -> tantivy.Index:
    """The same index, with the tokenizer that the schema names."""
    index.register_tokenizer(SPACES, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


def as_tantivy(document: AssetDocument) -> tantivy.Document:
    """What the index keeps of a listing."""
    plain = [words(text) for text in texts(document)]
    stemmed = [[stem(word) for word in text] for text in plain]
    given = {
        "asset_id": document.asset_id,
        "key": str(document.asset_id),
        "text": f" {GAP} ".join(" ".join(text) for text in [stemmed[0], *stemmed]),
        "pair": " ".join(pair(*two) for text in [stemmed[0], *stemmed] for two in pairwise(text)),
        "word": " ".join({word for text in plain for word in text}),
        "kind": document.kind,
        "interest": _once(document.interests),
        "topic": _once((*document.interests, *document.broader)),
        "slot": _once(document.slots),
        "day": sorted({slot.split("-")[0] for slot in document.slots}),
        "part": sorted({slot.split("-")[1] for slot in document.slots}),
        "cost": _once(costs_of(document)),
        "access": _once(document.access),
        "audience": _once(document.audience),
        "area": _once(document.areas),
        "flag": list(_flags(document)),
        "start": list(document.starts),
        "cell": _once(tuple(cell for point in document.points for cell in cells_of(point))),
        "title": document.name,
        "digest": document.digest,
    }
    if document.confirmed_on is not None:
        given["confirmed"] = document.confirmed_on
    if not document.for_workers:
        given |= {"name_word": " ".join(plain[0]), "plain": " ".join(plain[0])}
    return tantivy.Document.from_dict(given, schema())


def pair(stem: str, following: str) -> str:
    """Two stems side by side as one term. No stem holds an underscore."""
    return f"{stem}_{following}"


def marker(sequence: int) -> tantivy.Document:
    """The document that says which columns file belongs to this commit."""
    return tantivy.Document.from_dict({"marker": MARKER, "sequence": sequence}, schema())


def _flags(document: AssetDocument) -> Iterator[str]:
    if document.everywhere:
        yield EVERYWHERE
    if document.for_workers:
        yield FOR_WORKERS


def _once(values: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(values))
