"""Words for relatives, friends and workers, as notes and people say them, and what each tells of sex and age.

Invariant: pure; lower case. A worker is a person too, and never one whose likings count.
"""

import re
from functools import lru_cache

HE = frozenset(
    """
    husband hubby dad father daddy da grandad grandfather granddad grandpa son grandson brother uncle nephew
    boyfriend ex-husband stepdad stepfather stepson fa mgf pgf gf boy lad boys lads sons brothers grandsons bro
    fella fil bil father-in-law son-in-law brother-in-law granson nephue widower mgd
    """.split()
)
SHE = frozenset(
    """
    wife mum mam mother mummy ma mom nan nana nanna gran granny grandma grandmother daughter granddaughter sister
    auntie aunt aunty niece girlfriend ex-wife stepmum stepmother stepdaughter mo mgm pgm dtr girl girls daughters
    sisters lass granddaughters sis grandaughter grandaughters daugher neice mother-in-law daughter-in-law
    sister-in-law widow gm dil mil sil
    """.split()
)
EITHER = frozenset(
    """
    partner spouse friend neighbour neighbor cousin grandchild grandchildren grandkids grandbairns children kids
    bairns child sibling siblings sibs twins twin parents parent family flatmate housemate lodger carer-partner ex
    bairn great-nephew great-niece godson goddaughter eldest oldest youngest mate mates baby bb foster-carer nephews
    nieces cousins friends freind freinds neighbours relatives relative half-sister half-brother grandparents
    toddler grandchild
    """.split()
)
WORKERS = frozenset(
    """
    worker workers sw ot physio physiotherapist carers carer nurse nurses therapist therapists staff teacher
    teachers school doctor dr gp surgeon consultant officer manager warden ssw iro fsw hv splw lw pa social-worker
    keyworker kw key-worker cpn dn salt psychologist psychiatrist dietitian pharmacist chaplain interpreter advocate
    matron hca ta counsellor surveyor assessor agency cleaner ward panel team council police solicitor landlord
    befriender chiropodist podiatrist receptionist councillor practitioner senco writer dwp service services
    professionals
    """.split()
)
RELATIVES: frozenset[str] = HE | SHE | EITHER
COMPOUNDS = (
    ("daughter", "in", "law"), ("son", "in", "law"), ("mother", "in", "law"), ("father", "in", "law"),
    ("sister", "in", "law"), ("brother", "in", "law"), ("great", "nephew"), ("great", "niece"), ("half", "sister"),
    ("half", "brother"), ("foster", "carer"), ("foster", "mum"), ("foster", "dad"), ("key", "worker"),
    ("link", "worker"), ("social", "worker"), ("support", "worker"), ("maternal", "grandmother"),
    ("paternal", "grandmother"), ("best", "friend"), ("birth", "dad"), ("birth", "mum"), ("next", "door"),
    ("foster", "sis"), ("foster", "sister"), ("foster", "brother"), ("foster", "bro"), ("foster", "son"),
    ("foster", "daughter"), ("big", "sis"), ("big", "bro"), ("little", "sis"), ("little", "bro"), ("wee", "sis"),
    ("wee", "bro"), ("step", "mum"), ("step", "dad"), ("step", "sister"), ("step", "brother"), ("great", "grandson"),
    ("great", "granddaughter"),
)  # fmt: skip
# Short forms in the full word.
FULL = {
    "hubby": "husband", "dtr": "daughter", "mo": "mum", "fa": "dad", "mgm": "grandmother", "pgm": "grandmother",
    "grandaughter": "granddaughter", "neice": "niece", "mgf": "grandfather",
    "dil": "daughter in law", "sil": "sister in law", "mil": "mother in law", "fil": "father in law",
    "bil": "brother in law", "pgf": "grandfather", "bb": "baby", "sib": "sibling",
}  # fmt: skip
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_PAIR = {"H": "husband", "W": "wife"}


@lru_cache(maxsize=4096)
def relation_in(label: str) -> str:
    """The relative a short label names ("Mother", "Carer's view: son Marek" has none at its head), or ""."""
    words = _WORD.findall(label.lower())
    if not words or len(words) > 4:
        return ""
    return next((word for word in words if word in RELATIVES), "")


def sex(word: str) -> str:
    """ "he", "she", or "" where the word does not tell."""
    last = word.split()[0] if "in law" in word else word.split()[-1] if word else ""
    return "he" if last in HE else "she" if last in SHE else ""
