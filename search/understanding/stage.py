"""Which stage of life somebody is at: baby, child, teenager, young, parent, adult, older or unknown.

Invariant: pure; an age that is said decides; without one the words do, and where they do not it is unknown.
"""

import re

_AGE = (
    re.compile(r"\A\W*[A-Za-z]+ (?P<age>\d{2})\b(?!/)"),
    re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? [A-Z]\w*(?: [A-Z]\w*)?,? \(?(?P<age>\d{2,3})\b(?!\s*(?:mm|cm|kg|%|/|:))"),
    re.compile(
        r"(?<!who )\b(?:aged?|is|now|turned)\s+(?P<age>\d{1,3})\b(?!\s*(?:mm|cm|kg|m\b|am|"
        r"pm|per|%|min|hours?|weeks?|metres?|days?))"
    ),
    re.compile(
        r"\b(?P<age>\d{1,3})\s*(?:-?\s*years?[- ]?old|yrs? ?old\b|yr\b|yrs?/o\b|y/?o\b|year[- ]old)", re.IGNORECASE
    ),
    re.compile(r"\((?P<age>\d{1,2})\)"),
    re.compile(
        r"(?<![\d/.:x])\b(?P<age>\d{2})\s+(?:lady|gentleman|man|woman|z/?f|zimmer|lives|and has|widow|widower)", re.I
    ),
    re.compile(
        r"\b(?!Type|Ward|Stage|Level|Grade|Flat|Year|Room|Unit|Band|Step)[A-Z][a-z]+,?\s+\(?(?P<age>\d{1,2})\b(?!\s*(?:mm|"
        r"cm|m\b|am|pm|per|%|/|"
        r":|th|st|nd|rd|wks?|weeks?|months?|\.\d))"
    ),
)
_BABY = re.compile(r"\b(?:bb|baby)\b.{0,40}?\d{1,2} ?(?:wks?|weeks?|months?|mths?)\b", re.IGNORECASE)
_IN_A_ROW = re.compile(r"(?:\b[A-Z][a-z]+,? \(?\d{1,2}\)?[,;]? (?:and )?){2}")
_SPELT = re.compile(
    r"\b(?:is|aged) (?P<age>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)\b"
)
_NUMBERS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "parent",
        re.compile(
            (
                r"\b(?:new mum|new dad|postnatal|post natal|maternity|first baby|"
                r"(?:her|his) baby(?! sister| brother)|breastfeed|baby \d|bb \d|mum of|dad of|single (?:mum|"
                r"dad|parent)|"
                r"toddler group|twins)"
            ),
            re.I,
        ),
    ),
    (
        "older",
        re.compile(
            r"\b(?:retired|pension(?:er)?|widow(?:er|ed)?|sheltered|age uk|great[- ]?grand\w+|grand(?:son|"
            r"daughter|children|bairns|kids)|dementia|broken hip|#nof|frailty|zimmer|z/?f|wzf|4ww|"
            r"warden|care home|district nurse|old (?:boy|lady|man)|miner|in 19[2-6]\d|19[2-5]\d|macular|"
            r"amd|alzheimer|lwd|mmse|attendance allowance|meals on wheels|bath lift|perching stool|"
            r"rollator|hearing aids?|wife died|husband died|late (?:wife|husband|sister)|widower|"
            r"carers? (?:on time|am|qds|tds)|package of care|(?:mrs|mr|miss) [^.]{0,80}(?:carers|"
            r"stick|frame|commode|bathing)|osteoporosis|lpa|stairlift|long term care)\b",
            re.I,
        ),
    ),
    (
        "child",
        re.compile(
            (
                r"\b(?:year [1-6]\b|y[1-6]\b|primary school|reception|early years|nursery|"
                r"eyfs|child'?s (?:name|own goal|words)|key stage [12]|playgroup|paediatric|"
                r"key worker at nursery|sensory profile|\bchild:)"
            ),
            re.I,
        ),
    ),
    (
        "teenager",
        re.compile(
            r"\b(?:yp|gcses?|year (?:7|8|9|10|11)\b|sixth form|teenager|secondary school|high school|"
            r"foster carer|camhs)\b",
            re.I,
        ),
    ),
    (
        "young",
        re.compile(
            (
                r"\b(?:uni|university|supported lodgings|care leaver|young adult|apprentice|"
                r"dropped out of .{0,20}course|left college|student)\b"
            ),
            re.I,
        ),
    ),
    (
        "adult",
        re.compile(
            (
                r"\b(?:dwp|pip|uc|universal credit|rent arrears|redundant|job|benefits?|separation|"
                r"divorc\w+|methadone|off work|ld team|supported living|day centre|fibromyalgia|"
                r"carers? assessment|working age)\b"
            ),
            re.I,
        ),
    ),
)


def stage_of_age(age: int) -> str:
    if age < 2:
        return "baby"
    if age < 12:
        return "child"
    if age < 18:
        return "teenager"
    if age < 26:
        return "young"
    return "adult" if age < 65 else "older"


def stage(text: str, *, child_is_person: bool = False) -> str:
    """The stage of the person whom a text is about."""
    head = text[:600]
    ages = [(found.start(), int(found["age"])) for pattern in _AGE for found in pattern.finditer(head)]
    ages += [(found.start(), 2 + _NUMBERS.index(found["age"])) for found in _SPELT.finditer(head)]
    ages = [(place, age) for place, age in ages if 0 < age <= 108]
    if _WORDS[0][1].search(text) and not child_is_person:
        grown = [age for _, age in ages if age >= 16]
        if not grown or min(grown) < 50:
            return "parent"
    if child_is_person and _BABY.search(head):
        return "baby"
    if _IN_A_ROW.search(head):
        return "unknown"  # several, and none of them the one
    if ages:
        return stage_of_age(min(ages)[1])
    for name, pattern in _WORDS[1:]:
        if pattern.search(text):
            return name
    return "unknown"


# What a relative is called, and the stage of life that it tells by itself.
_CALLED = {
    "older": "grandad grandpa granddad grandfather nana nan gran granny grandma grandmother great-aunt great-uncle",
    "baby": "baby bb",
    "child": "toddler",
}
_RELATIVE = {word: name for name, words in _CALLED.items() for word in words.split()}
_NEXT_TO = re.compile(
    r"\A[\s,]*(?:\(|aged? |is |who is |who's )?(?P<age>\d{1,2})\b(?!\s*(?:years? ago|[/:.]\d|am\b|pm\b|st\b|nd\b|rd\b|"
    r"th\b|times|weeks?|months?|wks?|days?))"
)


def stage_of_relative(who: str, after: str) -> str:
    """The stage of somebody else in a note. `after`: the text that follows the words that name them."""
    told = _NEXT_TO.search(after)
    if told and int(told["age"]) > 0:
        return stage_of_age(int(told["age"]))
    return _RELATIVE.get(who.lower(), "unknown")
