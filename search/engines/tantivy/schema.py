"""How a listing is laid out in a tantivy index.

Invariant: text is stemmed by `search.stems` before it gets here, so that tantivy only splits at spaces. Between two
texts of a listing stands `GAP`, a word that nobody can type, so that no phrase crosses from one to the next.
`FORMAT` grows whenever the layout changes: generations of another format are not read.
"""

from functools import lru_cache

import tantivy

from search.engines.matching import texts
from search.stems import stem, words
from search.types import AssetDocument

FORMAT = 1
GAP = "|"
SPACES = "spaces"
MARKER = "columns"


@lru_cache(maxsize=1)
def schema() -> tantivy.Schema:
    """The fields. `text`: all stems; `name`: stems of the name, which count more; `word`: plain folded words, once
    each; `name_word`, `title`: for suggestions; `marker`: on the one document that names the columns file."""
    fields = tantivy.SchemaBuilder()
    fields.add_unsigned_field("asset_id", indexed=True, fast=True, stored=True)
    fields.add_text_field("text", tokenizer_name=SPACES, index_option="position")
    fields.add_text_field("name", tokenizer_name=SPACES, index_option="position")
    fields.add_text_field("word", tokenizer_name=SPACES, index_option="basic")
    fields.add_text_field("name_word", tokenizer_name=SPACES, index_option="basic")
    fields.add_text_field("title", stored=True, tokenizer_name="raw", index_option="basic")
    fields.add_text_field("interest", tokenizer_name="raw", index_option="basic")
    fields.add_text_field("digest", stored=True, tokenizer_name="raw", index_option="basic")
    fields.add_text_field("marker", stored=True, tokenizer_name="raw", index_option="basic")
    fields.add_unsigned_field("sequence", stored=True)
    return fields.build()


def prepared(index: tantivy.Index) -> tantivy.Index:
    """The same index, with the tokenizer that the schema names."""
    index.register_tokenizer(SPACES, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


def as_tantivy(document: AssetDocument) -> tantivy.Document:
    """What the index keeps of a listing. What is filtered, counted and measured lies in the columns."""
    plain = [words(text) for text in texts(document)]
    name_words = " ".join(sorted(set(plain[0])))
    return tantivy.Document.from_dict(
        {
            "asset_id": document.asset_id,
            "text": f" {GAP} ".join(" ".join(map(stem, text)) for text in plain),
            "name": " ".join(map(stem, plain[0])),
            "word": " ".join({word for text in plain for word in text}),
            "name_word": "" if document.for_workers else name_words,
            "title": document.name,
            "interest": list(dict.fromkeys(document.interests)),
            "digest": document.digest,
        },
        schema(),
    )


def marker(sequence: int) -> tantivy.Document:
    """The document that says which columns file belongs to this commit."""
    return tantivy.Document.from_dict({"marker": MARKER, "sequence": sequence}, schema())
