"""Place names made comparable and sayable: Saint and St, upon and on, Road and Rd, accents, capitals and hyphens.

Invariant: pure, and folding a folded name changes nothing.
"""

import re
import unicodedata

_APOSTROPHES = re.compile(r"['\u2018\u2019\u02bc`]")
_BREAKS = re.compile(r"[^a-z0-9]+")
_SAME_WORD = {"saint": "st", "saints": "sts", "upon": "on", "and": "", "the": ""}
_STREET_ENDS = {
    "st": "street",
    "rd": "road",
    "ave": "avenue",
    "ln": "lane",
    "dr": "drive",
    "cl": "close",
    "sq": "square",
    "ct": "court",
    "cres": "crescent",
    "terr": "terrace",
}
_BEFORE = re.compile(r"^\s*(?:(?:near|nearby|in|at|by|around|close to|next to)\s+)+(?=\S)", re.IGNORECASE)
_CITY_OF = re.compile(r"^(?:The )?(?:City|County)(?: and County)? of (?:the )?")


def fold(name: str) -> str:
    """The name as it is compared: "Ashton-upon-Mersey" and "ashton on mersey" are both "ashton on mersey"."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    words = _BREAKS.sub(" ", _APOSTROPHES.sub("", plain.replace("&", " and "))).split()
    kept = [same for word in words if (same := _SAME_WORD.get(word, word))]
    if len(kept) > 1:
        kept[-1] = _STREET_ENDS.get(kept[-1], kept[-1])
    return " ".join(kept or words)


def strip_near(text: str) -> str:
    """The text without a leading "near", "in" or "close to"."""
    return _BEFORE.sub("", text).strip()


def name_and_qualifier(text: str) -> tuple[str, str]:
    """ "Sale, Trafford" as ("Sale", "Trafford"); without a comma the qualifier is empty."""
    name, _, qualifier = text.partition(",")
    return name.strip(), qualifier.strip(" ,")


def spoken_authority(name: str) -> str:
    """An authority as people say it: "Derby" of "City of Derby", "Newport" of "Casnewydd - Newport"."""
    english = name.split(" - ")[-1]
    return _CITY_OF.sub("", english).removeprefix("the ").removesuffix(" City") or english
