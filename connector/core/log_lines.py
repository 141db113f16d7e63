"""The last look at a line of the log before it is written: e-mail addresses and the tokens of links are taken out,
whoever put them in.

Invariant: pure; knows neither Django nor its settings, since the settings use it. Our own lines hold no address; those
of libraries may, such as a message that could not be sent, or a page that was not found.
"""

import re
from typing import Any, Final

_ADDRESS: Final = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+")
# However it is written: as a path, in a whole address, or with its strokes as %2F.
_LINK: Final = re.compile(r"((?:/|%2[fF])link(?:/|%2[fF]))[^\s/'\"<>?#&%]+")
HIDDEN: Final = "(an address)"


def without_addresses(logger: Any, method: str, line: str) -> str:
    """A processor of structlog, the last one: the line as it is written, errors and all, without e-mail addresses."""
    return _ADDRESS.sub(HIDDEN, line)


def without_links(logger: Any, method: str, line: str) -> str:
    """Another: what a link of ours opens with is in no line, whether it is good or not."""
    return _LINK.sub(r"\1(a link)", line)
