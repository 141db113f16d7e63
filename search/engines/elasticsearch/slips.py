"""A pattern for words that may be within a slip or two of a word: how an index is asked for near words.

Invariant: pure; the pattern lets every such word through and some others, which `search.engines.spelling` then leaves
out. One slip is written out. With two, one half of the word has at most one of them, wherever the other half ends: so
many patterns as a word with two slips needs would be dearer than looking through the few hundred words that this finds.
"""


def near_pattern(word: str, allowed: int) -> str:
    """A Lucene pattern: the whole word must match."""
    if allowed < 2:
        return one_slip(word)
    middle = len(word) // 2
    left, right = word[:middle], word[middle:]
    return f"({one_slip(left)}){_about(len(right))}|{_about(len(left))}({one_slip(right)})"


def one_slip(word: str) -> str:
    """The word itself, or with a letter added, left out, changed, or two swapped."""
    ways = [word[place:] and _quoted(word[place:]) for place in range(len(word) + 1)]
    pattern = ".?"
    for place in range(len(word) - 1, -1, -1):
        rest = ways[place + 1]
        # From here on: this letter and slips later, or the slip is here: changed or left out, swapped, or one added.
        either = [f"{_quoted(word[place])}({pattern})", f".?{rest}", f".{ways[place]}"]
        if place + 1 < len(word):
            either.append(f"{_quoted(word[place + 1])}{_quoted(word[place])}{ways[place + 2]}")
        pattern = "|".join(either)
    return pattern


def _about(length: int) -> str:
    """So many letters, two more or fewer at most."""
    return f".{{{max(0, length - 2)},{length + 2}}}"


def _quoted(text: str) -> str:
    return "".join(letter if letter.isalnum() else f"\\{letter}" for letter in text)
