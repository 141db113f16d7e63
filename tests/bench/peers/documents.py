"""Our listings as the peers keep theirs: one document with the fields of all of them.

A peer's categories are the labels of a listing's interests and of what is broader, as our import suggests them; what a
peer knows and an open register does not (areas served, opening hours of an office) is left out. Invariant: pure, and
every peer gets the same text.
"""

from collections.abc import Mapping
from typing import Any

from search.types import AssetDocument

# Mongo's text score of one word in one field: falling value of each further occurrence, no rarity.
_MONGO = (
    "double f = 2.0 * (1.0 - Math.pow(0.5, doc.freq)); return query.boost * f * (0.5 * doc.freq / doc.length + 0.5);"
)
_OCCURRENCES = "return query.boost * doc.freq;"


def peer_document(document: AssetDocument, labels: Mapping[str, str]) -> dict[str, Any]:
    """One listing. `labels`: what each interest is called."""
    named = [labels[code] for code in (*document.interests, *document.broader) if code in labels]
    categories = list(dict.fromkeys(named))
    return {
        "asset_id": document.asset_id,
        "name": document.name,
        "slug": document.name.lower()[:200],
        "summary": document.summary,
        "description": document.description,
        "category": categories,
        "audience": list(document.audience),
        "access": list(document.access),
        "place": [{"lat": point.lat, "lon": point.lon} for point in document.points],
        "everywhere": document.everywhere,
        "location_score": location_score(document),
        "free": document.free,
        "day": sorted({slot.split("-")[0] for slot in document.slots}),
        "page": ". ".join([document.summary, document.description, *categories]),
    }


def location_score(document: AssetDocument) -> int:
    """As ALISS reckons it: an address and no area 1, and a country 3, a country alone 5, neither 6."""
    if document.points:
        return 3 if document.everywhere else 1
    return 5 if document.everywhere else 6


def settings() -> dict[str, Any]:
    """Analysers and scores of the peers' own."""
    stems = ["lowercase", "english_stop", "porter_stem", "three_letters"]
    return {
        "number_of_shards": 1,
        "number_of_replicas": 0,
        "max_ngram_diff": 20,
        "similarity": {
            "mongo": {"type": "scripted", "script": {"source": _MONGO}},
            "occurrences": {"type": "scripted", "script": {"source": _OCCURRENCES}},
        },
        "analysis": {
            "filter": {
                "english_stop": {"type": "stop", "stopwords": "_english_"},
                "three_letters": {"type": "length", "min": 3},
                "beginnings": {"type": "edge_ngram", "min_gram": 3, "max_gram": 20},
            },
            "analyzer": {
                "drupal": {"tokenizer": "standard", "filter": [*stems, "beginnings"]},
                "drupal_asked": {"tokenizer": "standard", "filter": stems},
            },
        },
    }


def mapping() -> dict[str, Any]:
    """Fields by the peers' own analysers."""
    english, keyword = {"type": "text", "analyzer": "english"}, {"type": "keyword"}
    mongo = {"type": "text", "analyzer": "english", "similarity": "mongo"}
    drupal = {"type": "text", "analyzer": "drupal", "search_analyzer": "drupal_asked", "similarity": "occurrences"}
    return {
        "dynamic": "strict",
        "properties": {
            "asset_id": {"type": "long"},
            "name": {**english, "fields": {"mongo": mongo, "drupal": drupal}},
            "slug": keyword,
            "summary": english,
            "description": {**english, "fields": {"mongo": mongo}},
            "category": {**english, "fields": {"whole": keyword}},
            "audience": {**english, "fields": {"whole": keyword}},
            "access": {**english, "fields": {"whole": keyword}},
            "place": {"type": "geo_point"},
            "everywhere": {"type": "boolean"},
            "location_score": {"type": "integer"},
            "free": {"type": "boolean"},
            "day": keyword,
            "page": drupal,
        },
    }
