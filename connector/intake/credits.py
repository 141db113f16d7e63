"""The words that the licences of the listings shipped here ask for, by source.

Invariant: read from listings/sources.json once a process; a source that is not in it has no words of its own.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LISTINGS = Path(__file__).parent / "listings"


@cache
def credits() -> Mapping[str, tuple[str, str]]:
    """Name of a source -> (attribution, address)."""
    known = json.loads((LISTINGS / "sources.json").read_text(encoding="utf-8"))
    return {name: (words["attribution"], words["url"]) for name, words in known.items()}
