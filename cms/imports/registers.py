"""Whether a row comes from a register of charities, whose addresses can be somebody's home.

Invariant: pure; when in doubt it is one, because cutting an address that was public does less harm than showing a home.
"""

import re

_CHARITY_ID = re.compile(r"(GB-(?:CHC|SC|NIC))[- ]?(\w+)", re.IGNORECASE)
# Ids of org-id.guide, which name one body whatever list they stand in: GB-CHC-1000003, GB-COH-01234567.
_SHARED_ID = re.compile(r"GB-[A-Z]{2,8}-\w{2,20}")
_REGISTER = re.compile(
    r"charity[ -]?(?:commission|register|regulator|classification)|register(?:ed)? of charities|charities register|"
    r"registered charit|\bcharities\b|\bccew\b|\boscr\b|\bccni\b",
    re.IGNORECASE,
)


def shared_id(ref: str) -> str:
    """The id as it is written everywhere, where it is one that several lists share; else nothing."""
    if found := _CHARITY_ID.fullmatch(ref.strip()):
        return f"{found[1].upper()}-{found[2].upper()}"
    upper = ref.strip().upper()
    return upper if _SHARED_ID.fullmatch(upper) else ""


def is_register(ref: str, register: str, source: str) -> bool:
    """Whether a row's id, `register` field or source says so."""
    return bool(_CHARITY_ID.fullmatch(ref.strip()) or register.strip() or _REGISTER.search(source))
