"""How much a phrase in a listing shows that the listing is about an interest.

Invariant: pure. A name says what a group is; a phrase of two words in its text says what it does; a lone word in a long
text says little, so it takes two of them.
"""

from typing import Literal

Part = Literal["name", "summary", "text", "tags"]

# Below this nothing is suggested.
ENOUGH = 1.5
_OF_PART: dict[Part, float] = {"name": 3.0, "summary": 1.25, "text": 1.0, "tags": 2.0}
_OF_A_PHRASE = 1.6
# A text of a few words is a list of what happens there: "Art, book, gardening and theatre groups."
_OF_A_SHORT_TEXT = 1.3
SHORT_WORDS = 40
_OF_A_WEAK_WORD = 0.45

_WEAK_WORDS = """
animal animals archaeology architectural architecture apprenticeship apprenticeships archive archives baptist
campaign campaigned campaigning campaigns cathedral cathedrals chaplain chaplaincies chaplaincy cinema comedy computing
craft cycle cycles dance dances debate debates dog cat drama employability exhibition exhibitions forestry fundraise
fundraisers fundraises fundraising garden gardener gardeners gardens heritage horse horses lecture lectures lessons
lighthouse literature meditation mentor mentored mentoring mentors methodist methodists museum museums musical musicals
opera operas payroll remembrance sailing sculpture swim swimming theatre trips tuition tutoring tutors woodland
"""
_WEAK_PHRASES = """
social enterprise|social enterprises|charity trustees|board members|management committee|role models|civic trust|
help young people|helping young people|youth leaders|youth activities|young people|all age groups|family learning|
performing arts|music making|talent show|reading room|short courses|lifelong learning|basic skills|training courses|
skills training|apprenticeship scheme|volunteering opportunities|volunteer opportunities|community association|
community transport|place of worship|places of worship|faith groups|faith communities|salvation army|first aid|
outdoor education|play schemes
"""
# Words by which charities describe their work, their money or themselves rather than what people come for.
WEAK = frozenset(_WEAK_WORDS.split()) | frozenset(_WEAK_PHRASES.replace("\n", "").split("|"))


def weight(words: str, part: Part, *, short: bool) -> float:
    """How much one phrase counts. `words` as they stand in the text; `short`: the whole text is a few words long."""
    plain = " ".join(words.casefold().replace("’", "'").split())
    found = _OF_PART[part]
    if part in ("name", "tags"):
        return found
    if " " in plain or "-" in plain:
        found *= _OF_A_PHRASE
    if short:
        found *= _OF_A_SHORT_TEXT
    return found * _OF_A_WEAK_WORD if plain in WEAK else found
