"""The vocabulary that the product ships with, as a snapshot: for whoever reads a text without a catalogue.

Invariant: pure but for reading one file of the package; made once.
"""

from functools import cache

from cms.vocabulary.reader import ShippedConcept, read_vocabulary
from search.vocabulary import Concept, Edge, Vocabulary

# What an edge upwards weighs in the catalogue, where nobody has said otherwise.
BROADER = 0.5


@cache
def shipped() -> Vocabulary:
    """The snapshot of `cms/vocabulary/interests.json`."""
    return Vocabulary({each.code: _concept(each) for each in read_vocabulary().concepts})


def _concept(each: ShippedConcept) -> Concept:
    edges = (
        *(Edge("broader", code, BROADER) for code in each.broader),
        *(Edge("related", code, weight) for code, weight in each.related),
        *(Edge("leads_to", code, weight) for code, weight in each.leads_to),
    )
    return Concept(each.code, each.label, each.alternative, each.everyday, edges, each.icon, each.alone)
