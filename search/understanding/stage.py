"""Which stage of life somebody is at: baby, child, teenager, young, parent, adult, older or unknown.

Invariant: pure; an age that is said decides; without one the words do, and where they do not it is unknown.
"""

import re

from search.understanding.ages import ages

_BABY = re.compile(r"\b(?:bb|baby)\b.{0,40}?\d{1,2} ?(?:wks?|weeks?|months?|mths?)\b", re.IGNORECASE)
_FIRST_MONTHS = re.compile(
    r"\bex[- ]?(?:2\d|3[0-6])(?:\+\d)?[- ]?week|\b\d{1,2}(?:-\d{1,2})?[- ]?(?:months?|mths?|weeks?|wks?|days?)[- ]"
    r"(?:old|review|check)|"
    r"\b(?:premature|preterm|prem) (?:baby|infant)|\bcorrected age|\bnew birth visit|\bbaby clinic",
    re.IGNORECASE,
)
_MONTHS_OLD = re.compile(
    r"\A[^\n]{0,40}?\b[A-Z][a-z]+,? \(?(?:[1-9]|1\d|2[0-3]) ?(?:months?|mths?|/12)\b"
    r"(?! (?:ago|post|after|since|later|on\b))"
)
_IN_A_ROW = re.compile(
    r"(?:\b[A-Z][a-z]+,? \(?\d{1,2}\b(?! ?(?:wks?|weeks?|months?|mths?|days?|yrs?|years?|m\b))\)?[,;]? (?:and )?){2}"
)
_OF_A_PARENT = re.compile(
    r"\b(?:re|about|for|regarding|concerning) (?:my|me|our) (?:mum|mam|mom|mother|dad|da|father|nan|gran)\b|"
    r"['’]s (?:daughter|son|granddaughter|grandson|daughter-in-law)(?:,? (?:from|here|speaking|in|at|"
    r"ringing|again)\b|[,.])",
    re.IGNORECASE,
)
_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "parent",
        re.compile(
            (
                r"\b(?:new mum|new dad|postnatal|post natal|maternity|first baby|"
                r"(?:her|his) baby(?! sister| brother)|breastfeed|baby \d|bb \d|mum of|dad of|single (?:mum|"
                r"dad|parent)|"
                r"toddler group|twins|on (?:his|her|their) own with (?:a|an|the|two|three|four|her|his|my) "
                r"(?:\w+[- ]){0,3}"
                r"(?:old|baby|toddler|bairns?|kids?|children|little ones?|weans?|boys?|girls?)\b|"
                r"post[- ]?(?:emcs|elcs|lscs|cs\b|svd|nvd|c[- ]section|caesarean|forceps|ventouse|partum|birth)|"
                r"bab(?:y|ies) (?:latch|won.?t latch)|breast-?fed|brestfe|expressing milk|had "
                r"(?:her|his|their) first\b)"
            ),
            re.I,
        ),
    ),
    (
        "older",
        re.compile(
            r"\b(?:retired|pension(?:er)?|widow(?:er|ed)?|age uk|great[- ]?grand\w+|grand(?:son|"
            r"daughter|children|bairns|kids)|dementia|broken hip|#nof|frailty|zimmer|z/?f|wzf|4ww|"
            r"warden|care home|district nurse|old (?:boy|lady|man)|miner|in 19[2-6]\d|19[2-5]\d|macular|"
            r"amd|alzheimer|lwd|mmse|attendance allowance|meals on wheels|bath lift|perching stool|"
            r"rollator|hearing aids?|wife died|husband died|late (?:wife|husband|sister)|widower|"
            r"(?:my|me|her|his|new|bad) hips?\b|hip (?:op|replacement|fracture)|neck of femur|frail|sheltered|"
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
    told = ages(head)
    if _MONTHS_OLD.search(head):
        return "baby"
    if _FIRST_MONTHS.search(head) and (child_is_person or not told):
        return "baby"
    if _WORDS[0][1].search(text) and not child_is_person:
        grown = [age for _, age in told if age >= 16]
        if not grown or min(grown) < 50:
            return "parent"
    if child_is_person and _BABY.search(head):
        return "baby"
    if _IN_A_ROW.search(head):
        return "unknown"  # several, and none of them the one
    if told:
        return stage_of_age(min(age for _, age in told))
    if _OF_A_PARENT.search(text):
        return "older"
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
