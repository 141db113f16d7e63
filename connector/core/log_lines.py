"""The last look at a line of the log before it is written: e-mail addresses are taken out, whoever put them in.

Invariant: pure; knows neither Django nor its settings, since the settings use it. Our own lines hold no address; those
of libraries may, such as a message that could not be sent.
"""

import re
from typing import Any, Final

_ADDRESS: Final = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+")
HIDDEN: Final = "(an address)"


def without_addresses(logger: Any, method: str, line: str) -> str:
    """A processor of structlog, the last one: the line as it is written, errors and all, without e-mail addresses."""
    return _ADDRESS.sub(HIDDEN, line)
