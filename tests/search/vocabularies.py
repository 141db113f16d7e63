"""A small vocabulary for tests of understanding and ranking: sewing and its neighbours, joinery and the shed, dogs."""

from search.vocabulary import Concept, Edge, Vocabulary


def _broader(code: str) -> Edge:
    return Edge("broader", code, 0.5)


CONCEPTS = (
    Concept("making", "Making and mending"),
    Concept("animals", "Animals"),
    Concept("textile-crafts", "Textile crafts", ("needlework",), ("good with her needle",), (_broader("making"),)),
    Concept(
        "embroidery",
        "Embroidery",
        ("cross stitch",),
        ("samplers", "silks on a hoop"),
        (_broader("textile-crafts"), Edge("related", "sewing", 0.8)),
    ),
    Concept("sewing", "Sewing", ("sewing circle",), ("hems",), (_broader("textile-crafts"),)),
    Concept("quilting", "Quilting", ("patchwork",), (), (_broader("textile-crafts"),)),
    Concept(
        "joinery", "Joinery", ("carpentry",), ("joiner",), (_broader("making"), Edge("leads_to", "mens-shed", 0.9))
    ),
    Concept("mens-shed", "Men's shed", ("men in sheds",), (), (_broader("making"),)),
    Concept("dogs", "Dogs", ("dog walk",), ("would love a dog",), (_broader("animals"),)),
    Concept("whippets", "Whippets", (), ("his whippet",), (_broader("dogs"), Edge("related", "dogs", 0.7))),
)
VOCABULARY = Vocabulary({concept.code: concept for concept in CONCEPTS})


class NoIndex:
    """An index that holds nothing: spelling is put right towards the vocabulary alone."""

    def holds(self, stem: str) -> int:
        return 0

    def spellings(self, word: str, *, limit: int = 5) -> tuple[tuple[str, int], ...]:
        return ()


class IndexOf:
    """An index that holds these words."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def holds(self, stem: str) -> int:
        return sum(stem == word for word in self.words)

    def spellings(self, word: str, *, limit: int = 5) -> tuple[tuple[str, int], ...]:
        return tuple((each, 1) for each in self.words if len(set(each) ^ set(word)) <= 1)[:limit]
