"""Tables of phrases as plain text: words between commas, as tuples to be looked up. Pure."""


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """Each phrase of a text with commas between, as its words."""
    return frozenset(tuple(each.split()) for each in text.split(",") if each.strip())


def by_size(text: str) -> dict[int, frozenset[tuple[str, ...]]]:
    """The phrases by how many words they have."""
    sized: dict[int, set[tuple[str, ...]]] = {}
    for phrase in phrases(text):
        sized.setdefault(len(phrase), set()).add(phrase)
    return {size: frozenset(found) for size, found in sized.items()}
