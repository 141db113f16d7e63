"""The set phrases of charities' purposes, which name half of the world and mean none of it in particular.

"The advancement of the arts, culture, heritage and science" is a heading of the Charities Act 2011 (section 3), not an
invitation. Invariant: pure; the phrases become blanks of the same length, so that places in the text stay.
"""

import re

_HEADING = (
    "arts?|culture|heritage|sciences?|literature|health|education|religion|citizenship|improvement|preservation|protection|"
    "animal welfare|amateur sports?|environmental protection|community development|saving of lives"
)
_OF_SCIENCE = (
    "arts|social|life|natural|medical|health|political|computer|food|veterinary|sports?|materials?|animal|earth"
)
_SET_PHRASES = re.compile(
    "|".join(
        (
            rf"(?:advanc\w+|promot\w+|further\w*|encourag\w+)\s+(?:of\s+)?(?:the\s+)?(?:{_HEADING})\b"
            rf"(?:\s*,?\s*(?:and|or|,|the|&|of|{_HEADING})\b)*",
            r"(?:animal|child|social|public) welfare",
            r"arts,? (?:and )?(?:the )?(?:culture,? )?(?:heritage,? )?(?:and |or )?(?:sciences?|humanities)",
            r"(?:arts?|sciences?|practice|theory)(?:,|\s+(?:and|or))\s+(?:the\s+)?"
            r"(?:art|science|practice|theory)\s+(?:and practice )?of",
            r"sciences? (?:and (?:practice|art|technology|technique|profession) )?of",
            r"(?:principles|doctrines?|tenets|faith|practice|usages|teachings?) of (?:the )?(?:\w+ ){0,3}",
            rf"(?:{_OF_SCIENCE}) sciences?",
            r"(?:statutory )?(?:amendment|modification)s? (?:thereof )?(?:or|and) re-?enactments?",
            r"without (?:distinction|discrimination|regard)[^.;]{0,160}",
            r"(?:discipline|reverence|obedience)[^.;]{0,60}",
        )
    ),
    re.IGNORECASE,
)


def without_set_phrases(text: str) -> str:
    """The text with semicolons in place of the set phrases, so that no phrase is read across one."""
    return _SET_PHRASES.sub(lambda found: ";" + " " * (len(found[0]) - 2) + ";", text)
