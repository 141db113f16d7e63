"""Cues of audience: for whom a listing is, or of whom somebody speaks, read from its words.

A group for children is no answer for a pensioner, and a fund that gives grants is no place to go. Invariant: pure; a
cue says only that the words are there, never that they are true of a person; cues of what people typed are not kept.
"""

import re

# As far into a listing's text as cues are looked for: what comes later is seldom about whom it is for.
HEAD = 350

_PATTERNS: dict[str, str] = {
    "learning disability": r"learning (?:disabilit|difficult)|special needs|down'?s syndrome|autis|\bsend\b|"
    r"asperger",
    "dementia": r"dementia|alzheimer|memory (?:cafe|café|loss|clinic)",
    "illness": r"cancer|parkinson|multiple sclerosis|stroke|epilep|diabet|arthritis|hospice|chronic|\bhiv\b|"
    r"heart (?:disease|condition|attack|operation|surgery)|mental (?:health|illness)|terminally",
    "deaf": r"\bdeaf|hard of hearing|hearing (?:loss|impair)|\bbsl\b|lip ?reading",
    "sight": r"\bblind|sight loss|visual(?:ly)? impair|partially sighted",
    "disabled": r"disabled|disabilit|wheelchair user|handicap",
    "children": r"\bchild(?:ren)?\b|\bunder (?:five|5|10|ten)s?\b|toddler|\bbab(?:y|ies)\b|"
    r"pre-?school|play ?group|nurser(?:y|ies)\b|"
    r"\bpupils?\b|infants?\b|\bpta\b|parent[ -]teacher|\bschools?\b|\bboys\b|\bgirls\b|\bkids\b",
    "young": r"young (?:people|person|adults?|women|men|man|woman)|youth|teen(?:age|s)|"
    r"\bscouts?\b|\bguides?\b|cadets?\b|brownies",
    "older": r"older (?:people|person|adults)|elderly|pensioner|senior citizens?|over (?:50|55|60|65)s?\b|"
    r"retired|old age|\baged people|age uk|age concern",
    "women": r"\bwom[ae]n\b|\bmothers?\b|\bmums?\b|\bladies\b|\bgirls\b",
    "men": r"\bmen(?:'s)?\b|\bfathers?\b|\bdads?\b",
    "ethnic": r"\basian|\bafrican|caribbean|chinese|polish|somali|sudan|bangladesh|pakistan|"
    r"\bindian\b|ukrain|refugee|asylum|"
    r"ethnic|migrant|\bgypsy|traveller|jewish|irish|kurdish|iran|turkish|tamil|nigeria|eritrea|nepal",
    "veteran": r"veteran|ex[- ]service|armed forces|ex[- ]army|regiment|royal navy|servicemen",
    "acute need": r"homeless|addict|substance|offender|prison|domestic (?:abuse|violence)|refuge\b|"
    r"destitut|alcohol|drug",
    "faith": r"church|chapel|parish|gospel|worship|christ|mosque|islam|muslim|sikh|gurdwara|"
    r"hindu|temple|synagogue|diocese|ministr",
}  # fmt: skip
_GRANTS = (
    r"grants? (?:to|for|towards|are)|grant[- ]making|makes? grants|awards? grants|"
    r"giving grants|financial (?:assistance|help|support)|"
    r"almshouse|scholarship|bursar|general charitable purposes|distribut\w+ (?:of )?(?:funds|income)|"
    r"donations? to|"
    r"fund(?:s|ing)? (?:to|for) (?:other )?charit|raise funds|fund ?raising|benevolent fund|"
    r"\btrust fund\b|relief of (?:the )?poor"
)


def _quick(pattern: str) -> re.Pattern[str]:
    """For a text in small letters: each branch begins with a letter, which Python's engine looks for at once, and the
    edge of the word before it is looked at behind. Five times faster, and every listing is read so at each rebuild."""
    return re.compile(re.sub(r"\\b(\w)", r"\1(?<!\\w\1)", pattern))


_COMPILED = {cue: _quick(pattern) for cue, pattern in _PATTERNS.items()}
_GRANT = _quick(_GRANTS)
# Somebody of that kind is meant, though another word is used.
_SAID = {
    "children": _quick(r"\bgrandchild|\btoddler|\bbaby\b|\bbabies\b|\b(?:boys?|girls?|kids?) (?:under|aged)|under ten"),
    "young": _quick(r"\b1[3-9]\b|\bteen|left care|sixth form|college"),
}


def cues(name: str, text: str) -> frozenset[str]:
    """The cues of a listing: its name and the beginning of its text; "grants" where it gives money and not company."""
    head = f"{name}. {text[:HEAD]}".lower()
    found = {cue for cue, pattern in _COMPILED.items() if pattern.search(head)}
    if _GRANT.search(head):
        found.add("grants")
    return frozenset(found)


def said_cues(text: str) -> frozenset[str]:
    """The cues of what somebody typed, all of it."""
    small = text.lower()
    found = {cue for cue, pattern in _COMPILED.items() if pattern.search(small)}
    return frozenset(found | {cue for cue, pattern in _SAID.items() if pattern.search(small)})
