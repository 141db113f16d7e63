"""Whole texts in capitals as sentences, and the first sentence of a text.

Invariant: pure; a text that is not in capitals is not changed, and only the case of letters ever is.
"""

import re

from cms.imports.names import LETTERS, SMALL, is_shouted, title_word

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_BEFORE_A_SENTENCE = re.compile(r"(?:^|[.!?:;\n]|^\W*\d+[.)]|[.;]\s*\(?\w{1,3}\))[\s\"'“‘(\d.)-]*$")
_SENTENCE_END = re.compile(r"[.!?](?=[\s\"'”’)]|$)|\n")
_NO_END = frozenset(
    "st mr mrs ms dr rev revd hon e.g i.e eg ie no nos etc co ltd rd ave approx incl vs c a.m p.m".split()
)
# Written with a capital wherever they stand.
PROPER = frozenset(
    """
    african aberdeen america american anglican april arabic asia asian august bangladesh bangladeshi belfast
    bible birmingham bolton bournemouth bradford brighton bristol britain british buddhist bury caribbean
    cambridge cardiff catholic cheshire chinese christ christian christianity christians christmas cornwall
    coventry cumbria cymru december derby devon dorset dublin durham easter edinburgh england english essex
    europe european february french friday german ghana glasgow gloucester god gospel greek gwent hampshire
    hebrew hereford hindu hull india indian ireland irish islam islamic israel italian january jesus jew jewish
    jews july june kent kenya lancashire latin leeds leicester lincoln liverpool london manchester march
    methodist middlesex monday muslim muslims newcastle nigeria norfolk northampton northumberland norwich
    nottingham november october oldham oxford pakistan pakistani plymouth polish portsmouth quaker reading
    rochdale roman salford saturday scotland scottish september sheffield shropshire sikh sikhs somali somerset
    southampton spanish stockport suffolk sunday surrey sussex swansea tameside thursday trafford tuesday
    turkish tyne uganda ukraine ukrainian wales warwickshire wednesday welsh wigan wiltshire worcester yorkshire
    zimbabwe
    """.split()
) - {"march", "reading", "bury", "polish", "hull"}
# Words of names that are ordinary words too.
_ORDINARY = frozenset(
    """
    action advice age aid all animal animals appeal art arts association athletic band baptist benevolent birds
    blind board boys branch bridge brass building care carers centre chapel charitable charities charity child
    children choir choral church circle city club college community company concern conservation cottage council
    counselling country county cricket dance day deaf development diocesan disabled district drama education
    educational elderly environment family federation fellowship festival first football for forum foundation
    free friends fund fundraising garden gardens general girls golf green group groups guild hall heritage high
    hill historical history home homeless homes hope hospice hospital house housing independent infant
    information institute international junior king learning leisure library life limited local ltd market
    medical memorial men mental mission museum music national nature new north nursery of old older opera
    orchestra park parent parents parish people playgroup playing fields field poor preschool pre-school primary
    project promotion public recreation refugee rehabilitation relief rescue research resource residents river
    road royal rugby scheme school schools science scout scouts self senior service services shelter singers
    social society south sport sports staff street students sunday support swimming teachers technology tennis
    theatre toddler town training trust trustees unit united university urban village visual voluntary volunteer
    water welfare west wildlife women work workers world young youth health east mobility transport
    """.split()
)


def calm(text: str, name: str = "") -> str:
    """A text in capitals as sentences: "TO TEACH MUSIC IN LEEDS." is "To teach music in Leeds." `name`: whose it is."""
    if len(text) < 12 or not is_shouted(text):
        return text
    known = {word.lower() for word in _WORD.findall(name)} - _ORDINARY - SMALL | PROPER
    return _WORD.sub(lambda found: _word(found[0], text[max(0, found.start() - 12) : found.start()], known), text)


def first_sentence(text: str) -> str:
    """The first sentence, with its end; all of it when there is only one."""
    for end in _SENTENCE_END.finditer(text):
        said = text[: end.end()].rstrip()
        last = said.rstrip(".").split(" ")[-1].casefold().lstrip("(\"'“‘")
        if end[0] != "." or not (last in _NO_END or (len(last) == 1 and last != "i")):
            return said
    return text


def _word(word: str, before: str, known: set[str]) -> str:
    plain = word.lower()
    if word in LETTERS or word == "I":
        return word
    if plain in known or plain.removesuffix("'s").removesuffix("’s") in known or plain[:2] == "mc":
        return title_word(word)
    titled = title_word(word)
    if titled == word and len(word) > 1 and word.isalpha():  # said as letters: RSPB
        return word
    return titled if _BEFORE_A_SENTENCE.search(before) else plain
