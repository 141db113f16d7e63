"""The peers' questions to Elasticsearch, as `peers.md` has them. Invariant: pure; boosts and orders are theirs."""

from collections.abc import Sequence
from typing import Any

from search.questions import Question
from search.types import Point

Body = dict[str, Any]
# How far the two ALISS sites and Outpost look where nobody says: ten kilometres; the whole county.
ALISS_METRES = 10_000.0
# ALISS Django takes so many hits twice and mixes their ranks.
MOST_MIXED = 9_999
_DJANGO_FIELDS = ("name^2", "description^1.5", "category.whole")
_NET_MUST = ("name^2", "description^1.5", "summary^1", "category^1.5", "access^1.5", "audience^1.5")
_NET_SHOULD = ("name^4", "description^3", "summary^2", "category^3", "access^3", "audience^3")


def aliss_django(question: Question) -> Body:
    """C1: all words in one field, misspelt or not, any word besides, and a bell around the place."""
    near, radius = question.near, question.radius_m or ALISS_METRES
    words = [_both(question.text, _DJANGO_FIELDS, _DJANGO_FIELDS)] if question.text else []
    return {"bool": {"must": [*words, *_bell(near, radius)], "filter": _served(near, radius)}}


def aliss_net(question: Question) -> Body:
    """C2: the same with more fields and a doubled second score."""
    near, radius = question.near, question.radius_m or ALISS_METRES
    words = [_both(question.text.lower(), _NET_MUST, _NET_SHOULD)] if question.text else []
    return {"bool": {"must": [*words, *_bell(near, radius)], "filter": _served(near, radius)}}


def outpost(question: Question) -> Body:
    """C4: any word; with a place whatever has coordinates, however far; price and days as filters."""
    fields = ["name.mongo^5", "description.mongo"]
    words = _any_word(question.text, fields) if question.text else []
    needed: list[Body] = [{"exists": {"field": "place"}}] if question.near else []
    needed += [{"term": {"free": True}}] if "free" in question.costs else []
    needed += [{"terms": {"day": sorted(question.days)}}] if question.days else []
    return {"bool": {"must": words, "filter": needed}}


def drupal(question: Question) -> Body:
    """C5, LocalGov Drupal: any word that begins so; a title counts as title and as first heading."""
    words = _any_word(question.text, ["name.drupal^10", "page"]) if question.text else []
    circle = [_circle(question.near, question.radius_m)] if question.near and question.radius_m else []
    return {"bool": {"must": words, "filter": circle}}


def by_distance(near: Point) -> Body:
    return {"_geo_distance": {"place": [{"lat": near.lat, "lon": near.lon}], "order": "asc", "mode": "min"}}


def _both(text: str, must: Sequence[str], should: Sequence[str]) -> Body:
    every = {"query": text, "operator": "and", "type": "most_fields", "fields": list(must), "fuzziness": "AUTO:4,7"}
    some = {"query": text, "operator": "or", "type": "most_fields", "fields": list(should)}
    return {"bool": {"must": [{"multi_match": every}], "should": [{"multi_match": some}]}}


def _any_word(text: str, fields: list[str]) -> list[Body]:
    return [{"multi_match": {"query": text, "operator": "or", "type": "most_fields", "fields": fields}}]


def _bell(near: Point | None, radius_m: float) -> list[Body]:
    if near is None:
        return []
    at = {"origin": {"lat": near.lat, "lon": near.lon}, "scale": f"{radius_m / 3}m", "decay": 0.3}
    return [{"function_score": {"functions": [{"gauss": {"place": at}}]}}]


def _served(near: Point | None, radius_m: float) -> list[Body]:
    """Inside the circle, or serving everywhere; our listings declare no other area."""
    if near is None:
        return []
    return [{"bool": {"should": [{"term": {"everywhere": True}}, _circle(near, radius_m)]}}]


def _circle(near: Point, radius_m: float) -> Body:
    return {"geo_distance": {"distance": f"{radius_m}m", "place": {"lat": near.lat, "lon": near.lon}}}
