"""Whether a body's text speaks of what it does for others somewhere else: gives money, or works in other countries.

Invariant: pure; reads only the beginning of a text, where a body says what it does.
"""

import re

from connector.suggesting.bodies import is_called_a_fund, is_fund

# As far into a text as it says what a body does; its powers come later.
HEAD = 500
_GIVING = re.compile(
    "|".join(
        (
            r"\bgrants?\b(?! aid)|grant[- ]?(?:making|giving)|award(?:s|ing)? (?:of )?(?:grants|prizes)",
            r"\bbenevolent|bursar(?:y|ies)|scholarships?\b|endow(?:ed|ment)|almshouse|charit(?:y|ies) of\b",
            r"financial (?:assistance|support|help|aid)|general charitable|charitable purposes",
            r"donations? (?:to|and)|makes? (?:grants|donations)|relief (?:of|in) (?:need|poverty|the poor)",
            r"(?:distribut|allocat|apply|pay)\w* (?:of |the |its |all )*(?:funds?|income|capital|monies|money)",
            r"(?:funds|supports?|supporting|money|funding) (?:to|for|other|various|a (?:range|number|variety) of) "
            r"(?:\w+ ){0,2}(?:charit|organisation|project|cause|individual|good cause)",
            r"(?:trustees|trust|foundation) (?:will |may |shall )?(?:gives?|supports?|funds?|consider|favour)\b",
            # Wills and deeds of long ago.
            r"\bbehoof\b|my trustees|shall pay|bequeath|testator",
        )
    ),
    re.IGNORECASE,
)
_COUNTRIES = "|".join(
    """
    africa asia kenya uganda tanzania ghana nigeria malawi zambia zimbabwe ethiopia eritrea rwanda burundi sudan congo
    cameroon gambia liberia mozambique madagascar somalia somaliland egypt palestine gaza israel syria iraq yemen india
    pakistan bangladesh nepal kerala burma myanmar thailand cambodia vietnam laos philippines indonesia china tibet
    mongolia haiti peru bolivia brazil colombia guatemala honduras nicaragua ecuador romania moldova belarus ukraine
    albania bosnia kosovo afghanistan
    sierra_leone sri_lanka tamil_nadu
    """.split()
).replace("_", " ")
_ABROAD = re.compile(
    r"(?:in|of|to|from|within|across|throughout) "
    r"(?:(?:the|rural|central|sub-saharan|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?) )*"
    rf"(?:{_COUNTRIES})\b|developing (?:countries|world|nations)|third world|overseas aid|"
    r"\bafrican (?:countries|villages|children)",
    re.IGNORECASE,
)


def gives_money(name: str, text: str) -> bool:
    """Whether it gives money to others and does nothing that one could come to, going by its name and text."""
    given = _GIVING.findall(text[:HEAD])
    return is_fund(name) or len(given) > 1 or bool(given and (is_called_a_fund(name) or len(text) < 2 * HEAD))


def works_abroad(text: str) -> bool:
    """Whether its text speaks of what it does in other countries."""
    return bool(_ABROAD.search(text[:HEAD]))
