"""What came with a press of a button on the match page: the fields, and the chips pressed so far. Pure.

Invariant: nothing that was typed is lost on the way from one press to the next.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from search.understanding.put_aside import LONGEST

FIRST, ALL = 3, 10


@dataclass(frozen=True)
class Asked:
    """`offs` and `ons`: codes of chips taken off and put on. `add`: words that are to become a chip. `ticked`: ids of
    listings to compare, which the button names where all that are shown are meant. `beside`: they are to be shown side
    by side. `shown`: somebody pressed to see what fits, and did not just type. `question`: what a group is to be asked,
    a listing's id and a subject, a colon between. `hello`: id of a listing that somebody would be introduced to."""

    fields: Any
    offs: tuple[str, ...] = ()
    ons: tuple[str, ...] = ()
    add: str = ""
    limit: int = FIRST
    ticked: tuple[str, ...] = ()
    beside: bool = False
    shown: bool = False
    question: str = ""
    hello: str = ""

    @classmethod
    def of(cls, data: Any) -> "Asked":
        """From a posted form."""
        offs, ons = _several(data, "off"), _several(data, "on")
        press = data.get("press", "")
        which, _, code = press.partition(":")
        if which == "off":
            offs, ons = [*offs, code], [each for each in ons if each != code]
        if which == "on":
            ons, offs = [*ons, code], [each for each in offs if each != code]
        more = press == "more" or data.get("limit") == str(ALL)
        # Keeping or dropping one of those side by side leaves them there; whatever else is pressed leads to the list.
        stays = "beside" in data and ("keep" in data or "drop" in data)
        return cls(
            data,
            _once(offs),
            _once(ons),
            str(data.get("add", "")).strip(),
            ALL if more else FIRST,
            _once(code.split(",") if which == "compare" and code else _several(data, "compare")),
            which == "compare" or stays,
            press == "show",
            code if which == "ask" else "",
            code if which == "hello" else "",
        )


def _several(data: Mapping[str, Any], name: str) -> list[str]:
    return list(data.getlist(name)) if hasattr(data, "getlist") else []


def _once(codes: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code[:LONGEST] for code in codes if code))
