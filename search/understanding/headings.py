"""What the headings and labels of notes announce: likings, care, a plan, or nothing that is evidence.

Invariant: pure; a label that is not known announces nothing and is no evidence itself.
"""

import re
from functools import lru_cache

from search.understanding.parts import Kind

_LIKINGS = """
interest|interests|interests and hobbies|hobbies|hobby|hobbies and interests|leisure|strengths|likes|
what matters|about me|passions|faith|religion|loves|a good day|social and leisure|strengths and interests|
occupation|previous occupation|play|play and leisure|play/leisure|hobbies/interests|interests/hobbies|enjoys doing|
motivators|favourite things|favourites|into|employment history|work history|occupational history|enjoys
"""
_DISLIKES = "dislikes|does not like|doesn't like|hates|finds hard|find hard|worst|not wanted|bad day"
_CARE = """
pmh|past medical history|medical history|mobility|mob|transfers|tfers|padl|dadl|padls|dadls|adl|adls|pdl|equipment|
equip|environment|env|cognition|cog|cognitive|health|medication|medicines|allergies|falls|therap|therapies|treatment|
professional involvement|presenting needs|presenting problem|seating|positioning|analysis|personal care|washing|
dressing|toileting|continence|eating|drinking|nutrition|skin|pain|breathing|respiratory|communication|sight|hearing|
vision|speech|behaviour|mood|mental health|risk|risks|safeguarding|worries|worried|worried about|concerns|diagnosis|
diagnoses|dx|hx|o/e|objective|o|a|assessment|problem|code|home environment|property|accommodation|housing|access|
support you get|care package|poc|services|support network|background|adaptations|dh|fh|sleep|finances|money|benefits|
shopping|school|education|capacity|wounds|obs|sensory|funding|carer|activities discussed|wellbeing|weight|bowels
"""
_PLAN = """
plan|actions|action|action items|next steps|next|follow up|followup|f/u|needs to happen|recommendation|recommendations|
recommend|goals agreed|r|p|who will do what|to do|agreed actions|outcome|outcomes|suggested|suggestions|
advice|advice given|advised|signposting|signposted|referrals|referral|options|options discussed|proposed
"""
_SILENT = """
attendees|present|those present|who was there|date|date and venue|venue|date and time|where and when|where|location|
purpose|purpose of contact|purpose of visit|reason|reason for contact|reason for visit|time|title|referrer|consent|
signature|signed|contact|next contact|next meeting|date of next review|type of contact|participants|cc|to|from|sent|
subject|re|ref|scale|score|nhs|nhs number|dob|address|tel|phone|email|key topics|timings|author|duration|texts|text|
worker|completed by|seen by|case number|gp|nok|next of kin|interpreter
"""
_GIFTS = "gifts|skills|talents|good at|strengths and skills|skills and gifts|what i can offer|could offer|can offer"
_WISHES = """
comment|comments|remark|remarks|notes|note|narrative|discussion|working well|going well|life history|social history|sh|
life story|culture and faith|past work|pets|outcome wanted|outcome sought|wishes|hopes|goal|goals|own goal|would like|
what they want|view|views
"""
_LEAD = re.compile(r"^(?:section|part|q(?:uestion)?)?\s*(?:[a-z]|\d{1,2})?\s*[.):]\s*", re.IGNORECASE)
_ASKS_LIKING = re.compile(
    r"\b(?:enjoy|hobb|interests?\b|good at|a good day|what matters|matters most|leisure|"
    r"likes?\b|loves?\b|loved\b|pastime"
    r"|do for (?:work|a living)|work did|used to do|community|faith|religio|belief|cultur|volunteer|passion|skills?\b|"
    r"strengths?\b|gifts?\b|proud of|would you like to do|do more of|clubs?\b|sport|play an active)",
    re.IGNORECASE,
)
_ASKS_DISLIKE = re.compile(
    r"\b(?:not enjoy|don.?t (?:enjoy|like)|do(?:es)? not (?:enjoy|like|want)|dislike|hate|find hard|finds hard|avoid|"
    r"rather not|would ?n.?t (?:like|enjoy|want)|would not (?:like|enjoy|want)|not (?:keen|for you|like to)|"
    r"steer clear|"
    r"least (?:like|enjoy|favourite)|can.?t stand|no thank|upsets?|makes a bad day|not want)\b",
    re.IGNORECASE,
)
_ASKS_GIFT = re.compile(
    r"\b(?:good at|skills?\b|talents?\b|gifts?\b|could you offer|help others|could you teach|"
    r"share with|offer (?:to )?others|pass on to|could you (?:do|give|offer|show))",
    re.I,
)
_ASKS_CARE = re.compile(
    r"\b(?:personal care|washing|dressing|medic|health|allerg|equipment|therap|continence|toilet|mobility|transfer|"
    r"support you (?:get|have)|support (?:do|does)|eating|drinking|shopping|cooking and|communicat|sight|hearing|safe|"
    r"what help|help do you give|contingency|diagnos|housing|money|benefit|sleep|hard to go out|get about)",
    re.IGNORECASE,
)


def _set(text: str) -> frozenset[str]:
    return frozenset(each.strip() for each in text.replace("\n", "").split("|"))


_TABLE: tuple[tuple[frozenset[str], Kind], ...] = (
    (_set(_DISLIKES), Kind.DISLIKES),
    (_set(_GIFTS), Kind.GIFTS),
    (_set(_LIKINGS), Kind.LIKINGS),
    (_set(_WISHES), Kind.TELLING),
    (_set(_PLAN), Kind.PLAN),
    (_set(_CARE), Kind.CARE),
    (_set(_SILENT), Kind.SILENT),
)
KNOWN: frozenset[str] = frozenset().union(*(words for words, _ in _TABLE))


@lru_cache(maxsize=4096)
def announced(label: str) -> Kind | None:
    """What follows a heading or label; None where it is not known. A question is read for what it asks."""
    plain = bare(label)
    for words, kind in _TABLE:
        if plain in words:
            return kind
    if _ASKS_DISLIKE.search(label):
        return Kind.DISLIKES
    if _ASKS_GIFT.search(label):
        return Kind.GIFTS
    if _ASKS_CARE.search(label) and not re.search(r"enjoy|hobb|interest", label, re.IGNORECASE):
        return Kind.CARE
    if _ASKS_LIKING.search(label):
        return Kind.LIKINGS
    for words, kind in _TABLE[:-1]:
        if any(len(word) > 3 and re.search(rf"\b{re.escape(word)}\b", plain) for word in words):
            return kind
    return None


def bare(label: str) -> str:
    """A heading without its number, stars and stops, in lower case."""
    plain = label.strip().strip("*#_-•– ").strip().lower()
    plain = re.sub(r"\([^)]*\)?", "", plain)
    if len(plain) > 3:
        plain = _LEAD.sub("", plain)
    return re.sub(r"^what (?:is|are) (?:we )?", "", plain.strip(" :?.*_")).strip()
