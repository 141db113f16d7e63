"""Whether somebody who reads a page may have to leave it in a hurry, from what the page is about. Pure.

Invariant: told by words that say so (violence, abuse, refuges, addiction, suicide), never by who looks. A page that has
the button needlessly costs a line; one that lacks it may cost more, so that a word is enough.
"""

import re
from collections.abc import Iterable
from typing import Final

_WORDS: Final = re.compile(
    r"""\b(?:
      domestic\s+(?:abuse|violence)|
      (?:sexual|physical|emotional|financial|honou?r[\s-]based)\s+(?:abuse|violence|assault)|
      (?:abusive|controlling|coercive)\s+(?:partner|relationship|behaviour|husband|wife|boyfriend|girlfriend|control)|
      violen(?:ce|t)\s+(?:at\s+home|against)| refuges?\s+for| women[’']?s\s+(?:aid|refuge)|
      rape| incest| stalk(?:ing|er|ed)|
      forced\s+marriage| female\s+genital| fgm| trafficking| modern\s+slavery| exploitation|
      suicid(?:e|al)| self[\s-]harm(?:ing)?| samaritans|
      alcoholics\s+anonymous| narcotics\s+anonymous| gamblers\s+anonymous| al[\s-]anon| addictions?| substance\s+misuse|
      drug\s+(?:use|misuse|problem|recovery)s?| drink(?:ing)?\s+problem| recovery\s+from\s+(?:drugs?|drink|alcohol)|
      coming\s+out| gay| lesbian| bisexual| trans(?:gender)?| lgbt\w*\+?| hiv| unplanned\s+pregnancy| abortion
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def may_have_to_leave(texts: Iterable[str]) -> bool:
    """Whether any of these texts says so."""
    return any(_WORDS.search(text) for text in texts)
