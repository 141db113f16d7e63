"""Whom we thank for the geography, as data for the page "Where our data comes from".

Invariant: the words in quotation are those that the licences ask for and are not to be reworded; ATTRIBUTION.md beside
this file says the same.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source: what it is, who made it, the words its licence asks for, and the licence."""

    name: str
    used_for: str
    statements: tuple[str, ...]
    licence: str
    licence_url: str
    source_url: str


_OGL: Final = (
    "Open Government Licence v3.0",
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
)

ATTRIBUTIONS: Final = (
    Attribution(
        "Code-Point Open, May 2025",
        "Where each postcode is, and its ward and district.",
        (
            "Contains OS data © Crown copyright and database right 2025",
            "Contains Royal Mail data © Royal Mail copyright and database right 2025",
            "Contains National Statistics data © Crown copyright and database right 2025",
        ),
        *_OGL,
        "https://www.ordnancesurvey.co.uk/products/code-point-open",
    ),
    Attribution(
        "OS Open Names",
        "The names of cities, towns, villages and districts, and where they are.",
        ("Contains OS data © Crown copyright and database right 2025",),
        *_OGL,
        "https://www.ordnancesurvey.co.uk/products/os-open-names",
    ),
    Attribution(
        "GeoNames postal codes",
        "Where 140 postcode districts are that the others leave out, such as those of Northern Ireland.",
        ("Contains data from GeoNames, changed: only the middle of each postcode district is kept.",),
        "Creative Commons Attribution 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
        "https://www.geonames.org/",
    ),
)
