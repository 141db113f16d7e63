"""Figures put into a page of the documents. Invariant: only what stands between the two marks is changed."""

from pathlib import Path


def paste(page: Path, name: str, text: str) -> None:
    """Put `text` between `<!-- NAME -->` and `<!-- end of NAME -->`. Raises ValueError where the marks are missing."""
    page.write_text(between(page.read_text(encoding="utf-8"), name, text), encoding="utf-8")


def between(whole: str, name: str, text: str) -> str:
    """The page with this text between the marks of that name."""
    first, last = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, mark, rest = whole.partition(first)
    _, end, after = rest.partition(last)
    if not mark or not end:
        raise ValueError(f"The page has no marks {first} and {last}.")
    return f"{before}{first}\n{text.strip()}\n{last}{after}"
