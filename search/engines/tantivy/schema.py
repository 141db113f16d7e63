"""How a listing is laid out in a tantivy index.

Invariant: fields are those of `search.engines.layout`, whose text is stemmed, so that tantivy only splits at spaces.
`FORMAT` grows whenever the layout changes: generations of another format are not read.
"""

from collections.abc import Iterator
from functools import lru_cache

import tantivy

from search.engines.layout import laid_out, plain_name
from search.engines.tantivy.cells import cells_of
from search.types import AssetDocument

FORMAT = 5
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
    of `COUNTED` and `confirmed` (last sign of life, in days), which are counted too. `name_word`, `title` and `plain`
    (the title's folded words) suggest. `marker`: on the one document that names the columns file of a commit by its
    `sequence`.
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
    given = laid_out(document)
    given |= {
        "key": str(document.asset_id),
        "word": " ".join(given["word"]),
        "flag": list(_flags(document)),
        "cell": list(dict.fromkeys(cell for point in document.points for cell in cells_of(point))),
        "title": document.name,
    }
    if document.fresh_on is not None:
        given["confirmed"] = document.fresh_on
    if not document.for_workers:
        given |= {"name_word": plain_name(document), "plain": plain_name(document)}
    return tantivy.Document.from_dict(given, schema())


def marker(sequence: int) -> tantivy.Document:
    """The document that says which columns file belongs to this commit."""
    return tantivy.Document.from_dict({"marker": MARKER, "sequence": sequence}, schema())


def _flags(document: AssetDocument) -> Iterator[str]:
    if document.everywhere:
        yield EVERYWHERE
    if document.for_workers:
        yield FOR_WORKERS
