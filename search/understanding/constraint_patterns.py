"""How notes say what makes going possible: travel, access and company, each a label and the words that say it.

Invariant: data alone. Labels are what a worker reads and never name an illness; the first pattern that fits words wins.
"""

from search.understanding.access_patterns import ACCESS
from search.understanding.company_patterns import COMPANY
from search.understanding.travel_patterns import TRAVEL

__all__ = ["ACCESS", "COMPANY", "FREE", "HINTS", "SITS", "TRAVEL"]
# A stretch without any of these says nothing of it: looked at first, since most sentences say nothing.
HINTS = {
    "travel": (
        r"driv|\bcars?\b|\bvan\b|\bwav\b|\bbus|dark|fare|money|afford|ring |dial|transport|pass\b|railcard|tram|"
        r"metro|train|"
        r"taxi|\bcabs?\b|uber|\btube|ground|subway|dlr|licen|dvla|road|door|minibus|scooter|pram|buggy|pushchair|"
        r"lift|fetch|collect|pick|drop|\brun|tak(?:e|es|en)\b|bring|brought|bike|bicycle|cycle|trike|walk|foot|"
        r"metres|\d ?m\b|"
        r"yards|further|\bfar\b|local|near|corner|doorstep|village|estate|park|card\b|wheels|vehicle|shopmob"
    ),
    "access": (
        r"wheel|frame|zimmer|rollator|walker|stick|crutch|tripod|step|stair|ramp|level|floor|flat|hear|deaf|loop|"
        r"blind|sight|"
        r"macular|visual|vision|see\b|print|audio|braille|cane|dog\b|eyes|read|easy|plain|simple|makaton|mats|"
        r"symbol|picture|"
        r"english|interpret|\bin [a-z]+|memory|forget|lost|bsl|sign|lip|cochlear|chair|scooter|hoist|changing|"
        r"muddled|confused|remind|someone|somebody|carer|support|escort|1:1|one|accompan|alone|own\b|arm|noise|noisy|"
        r"loud|quiet|calm|peaceful|low|echo|ear ?def|bright|overwhelm|sensory|crowd|busy|big|slow|time|tire|"
        r"fatigue|rest|"
        r"sit\b|sitting|seat|stand|benches|toilet|loo\b|lav\b|radar|legs?\b|feet|foot|door|exit|wide|aisle|pram|buggy|"
        r"pushchair|feed|suction|ventil|trach|pump|badge|park|breath|puff|oxygen|\bo2\b|bound|out\b|leav|left|"
        r"phone|calls|text|"
        r"money|afford|skint|brassic|benefits|free|cost|expensive|scared|panic|min|hour|short|aac|pecs|2:1|cups?\b"
    ),
    "company": (
        r"group|\bone\b|1.?:.?1|1.to|121|one.to|\btwo\b|three|know|company|alone|loner|wom[ae]n|\bm[ae]n\b|men.?s|"
        r"ladies|"
        r"female|male|mixed|girls|lads|online|zoom|video|post\b|home|house|flat|door|shy|mix|join|room|circle|"
        r"friend|person|"
        r"people|crowd|side|stranger|own\b|visit|face|with\b|himself|herself|speak|talk|language|tongue|chum|along|"
        r"accompany|"
        r"tag|till?\b|first|start|begin|\bage\b|mums|small|wee\b|few|worker|escort|carer|meet|introduc|\bif\b|greet|\btod\b"
    ),
}
# Said of a relative too: when they sit, the person is free.
SITS = (
    r"\b(?:to (?:him|her|them)sel\w*|break|respite|off\b|has (?:the )?baby|sits?\b|sitter|babysits?|babysit|free|rest|"
    r"let (?:them|her|him)|has (?:him|her|them))\b"
)
FREE = (
    r"\b(?:free|suits?|suit(?:ed)?|best|could do|can do|can come|available|prefers?|"
    r"somewhere|something|after carers|when \w+ (?:has|have|comes|sits)|"
    r"when the sitter|when (?:she|he) is at|while (?:he|she|they)(?: is|'s| are)? at|"
    r"(?:day|morning|afternoon|evening|mondays?|tuesdays?|wednesdays?|thursdays?|"
    r"fridays?|saturdays?|sundays?) off\b|would help|could use|break|respite|"
    r"leave (?:him|her)|can get out|rehearse|good for|offers? to babysit|"
    r"two hours|an hour|sitter|sit with|let (?:them|her|him)|at the weekend|"
    r"want(?:s|ed)?|would like|would love|need(?:s|ed)?|would come|could come|will come|would go|"
    r"has to be|have to be|must be|only (?:do|go|come|make)|can make|ideal(?:ly)?|easier|easiest|good time|"
    r"can.?t (?:do|make|manage)|cannot (?:do|make|manage)|cannae (?:do|make)|not (?:good|free|possible)|no good)\b"
)
