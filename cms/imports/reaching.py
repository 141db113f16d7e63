"""Whom to ask, from a row: telephone numbers, e-mail addresses and a first name, one contact for what belongs together.

Invariant: pure; a name is cut to the first name, as the catalogue keeps it; a number or an address that is none is
told apart, never kept as if it were one.
"""

import re
from collections.abc import Iterable, Sequence

from cms.imports.drafts import ContactDraft
from cms.imports.text import meant, one_line, shorten

MOST = 4
LONGEST_PHONE, LONGEST_NAME = 40, 80
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,24}")
_PHONE = re.compile(
    r"(?:\+\s?44[\s(]*(?:0\)?)?|\(?\b0)\s?\d[\d\s().-]{7,14}\d(?:\s*(?:ext?\.?|extension)\s*\d{1,5})?", re.IGNORECASE
)
_LOST_ZERO = re.compile(r"[1237]\d{8,9}")
_TITLES = frozenset(
    "mr mrs ms miss mx dr rev revd reverend sir dame lady lord prof professor cllr councillor fr sister".split()
)


def contacts(
    phones: Sequence[str], emails: Sequence[str], name: str, role: str, mixed: Sequence[str], *, visibility: str
) -> tuple[tuple[ContactDraft, ...], list[str]]:
    """(contacts, notes). `mixed`: texts in which numbers and addresses stand among words."""
    notes: list[str] = []
    numbers = [number for text in phones for number in _phones(text, notes)]
    numbers += [found[0] for text in mixed for found in _PHONE.finditer(text)]
    addresses = [address for text in emails for address in _emails(text, notes)]
    addresses += [found[0] for text in mixed for found in _EMAIL.finditer(text)]
    numbers, addresses = _once(map(_tidy, numbers)), _once(address.rstrip(".").lower() for address in addresses)
    first, who = first_name(name), shorten(meant(one_line(role)), LONGEST_NAME)
    if not (numbers or addresses):
        return ((ContactDraft(first, who, visibility=visibility),) if first else ()), notes
    many = max(len(numbers), len(addresses))
    found = tuple(
        ContactDraft(
            name=first if at == 0 else "",
            role=who if at == 0 else "",
            phone=numbers[at] if at < len(numbers) else "",
            email=addresses[at] if at < len(addresses) else "",
            visibility=visibility,
        )
        for at in range(min(many, MOST))
    )
    return found, notes


def first_name(text: str) -> str:
    """The first name of a person: "Mrs Jean Okafor" is Jean; an office ("Enquiries desk") stays as it stands."""
    words = [word for word in meant(one_line(text)).split() if word.casefold().strip(".") not in _TITLES]
    if not words:
        return ""
    plain = [word.strip(",.") for word in words]
    if 1 < len(plain) <= 4 and all(
        word[:1].isupper() and word.replace("-", "").replace("'", "").replace("’", "").isalpha() for word in plain
    ):
        return shorten(plain[0], LONGEST_NAME)
    return shorten(" ".join(words), LONGEST_NAME) if len(words) <= 6 and not _EMAIL.search(text) else ""


def _phones(text: str, notes: list[str]) -> Iterable[str]:
    clean = meant(one_line(text))
    if not clean:
        return []
    found = [match[0] for match in _PHONE.finditer(clean)]
    bare = re.sub(r"[\s()-]|\.0$", "", clean)
    if not found and _LOST_ZERO.fullmatch(bare):
        notes.append("a telephone number had lost the 0 at its front and has it again")
        return [f"0{bare}"]
    if not found and re.fullmatch(r"[\d\s]{3,8}", clean):  # 101, 111, 116 123
        return [clean]
    if not found:
        notes.append("a telephone number is not one and was left out")
    return found


def _emails(text: str, notes: list[str]) -> Iterable[str]:
    clean = meant(one_line(text))
    found = [match[0] for match in _EMAIL.finditer(clean)]
    if clean and not found:
        notes.append("an e-mail address is not one and was left out")
    return [address for address in found if len(address) <= 254]


def _tidy(number: str) -> str:
    return shorten(" ".join(number.split()).strip(" .-/"), LONGEST_PHONE)


def _once(found: Iterable[str]) -> list[str]:
    kept: dict[str, str] = {}
    for each in found:
        kept.setdefault(re.sub(r"[\s()-]", "", each), each)
    return list(kept.values())
