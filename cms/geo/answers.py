"""What looking a place up can answer.

Invariant: an answer is found or not found, never an exception and never a guess; what was not found says why in a
sentence for people and what they may have meant.
"""

from dataclasses import dataclass
from typing import Literal

Precision = Literal["unit", "sector", "outward", "street", "place", "ward", "district"]


@dataclass(frozen=True, slots=True)
class Found:
    """A point that text stands for. `lat` and `lon` are WGS 84 degrees.

    `label` is how to show it ("M33 7", "Sale, Trafford") and can be looked up again. The ward and district are those
    of the point, for a sector or an outward code those of most of its postcodes; empty when not known. `kind` is the
    kind of place ("town", "hamlet", "street") where there is one. `alternatives` are labels of other places of the
    same name. `known_as` are the names of the authority that it may be asked for with.
    """

    label: str
    lat: float
    lon: float
    precision: Precision
    ward_code: str = ""
    district_code: str = ""
    alternatives: tuple[str, ...] = ()
    ward_name: str = ""
    district_name: str = ""
    kind: str = ""
    known_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotFound:
    """Why there is no answer, as a sentence for people, and what they may have meant, likeliest first."""

    reason: str
    suggestions: tuple[str, ...] = ()

    def __str__(self) -> str:
        """One line to show: We don't know QT44. Is it QT4 4?"""
        if not self.suggestions:
            return self.reason
        between = ", or " if any("," in suggestion for suggestion in self.suggestions) else " or "
        return f"{self.reason} Is it {between.join(self.suggestions)}?"
