"""The vocabulary that the product ships with, as a snapshot: for whoever reads a text without a catalogue.

Invariant: pure but for reading one file of the package; made once.
"""

from functools import cache

from cms.vocabulary.concept import BROADER_WEIGHT
from cms.vocabulary.reader import ShippedConcept, read_vocabulary
from search.vocabulary import Concept, Edge, Vocabulary


@cache
def shipped() -> Vocabulary:
    """The snapshot of `cms/vocabulary/interests.json`."""
    return Vocabulary({each.code: _concept(each) for each in read_vocabulary().concepts})


def _concept(each: ShippedConcept) -> Concept:
    edges = (
        *(Edge("broader", code, BROADER_WEIGHT) for code in each.broader),
        *(Edge("related", code, weight) for code, weight in each.related),
        *(Edge("leads_to", code, weight) for code, weight in each.leads_to),
    )
    return Concept(each.code, each.label, each.alternative, each.everyday, edges, each.icon, each.alone)
