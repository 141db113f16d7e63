"""The whole vocabulary as one file to take out, work on and bring back: SKOS in JSON-LD, or a table in CSV.

Invariant: pure; what is written reads back as the same concepts, with every weight and every word where it stood. What
SKOS has no word for (weights, words that count alone, an icon) stands under terms of our own beside it.
Concepts come and go in `weighed` form: a broader one is written "needlework@0.5".
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from cms.vocabulary.concept import Link, ShippedConcept, link_of, with_weight
from cms.vocabulary.skos import LANGUAGE, SKOS

_TEXTS: Final = ("alternative", "everyday", "alone")
_LINKS: Final = ("related", "leads_to")
_COLUMNS: Final = ("code", "label", *_TEXTS, "broader", *_LINKS, "exact", "icon")


def to_csv(concepts: Iterable[ShippedConcept]) -> str:
    """A row a concept; in a cell one value a line, an edge as "quilting 0.6"."""
    written = io.StringIO()
    table = csv.DictWriter(written, _COLUMNS, lineterminator="\n")
    table.writeheader()
    for concept in concepts:
        table.writerow(
            {"code": concept.code, "label": concept.label, "icon": concept.icon, "exact": "\n".join(concept.exact)}
            | {name: "\n".join(getattr(concept, name)) for name in _TEXTS}
            | {"broader": "\n".join(each.replace("@", " ") for each in concept.broader)}
            | {name: "\n".join(f"{code} {weight:g}" for code, weight in getattr(concept, name)) for name in _LINKS}
        )
    return written.getvalue()


def from_csv(text: str) -> tuple[ShippedConcept, ...]:
    """Raises ValueError that names the row and says what is wrong with it."""
    table = csv.DictReader(io.StringIO(text))
    missing = sorted(set(_COLUMNS) - set(table.fieldnames or ()))
    if missing:
        raise ValueError(f"there is no column {', '.join(missing)}")
    return tuple(_of_row({name: row[name] or "" for name in _COLUMNS}) for row in table)


def to_json_ld(concepts: Iterable[ShippedConcept], *, scheme: str) -> str:
    """`scheme`: the address of the vocabulary; a concept's is below it."""
    graph = [_node(concept, scheme) for concept in concepts]
    return json.dumps({"@context": _context(scheme), "@graph": graph}, ensure_ascii=False, indent=1)


def from_json_ld(text: str) -> tuple[ShippedConcept, ...]:
    """Reads what `to_json_ld` wrote. Raises ValueError that names the concept and says what is wrong with it."""
    try:
        nodes = json.loads(text)["@graph"]
        return tuple(_of_node(node) for node in nodes)
    except (KeyError, TypeError) as error:
        raise ValueError(f"this is no vocabulary that was taken out of here: {error}") from error


def _node(concept: ShippedConcept, scheme: str) -> dict[str, Any]:
    above = [link_of(each) for each in concept.broader]
    return {
        "@id": f"{scheme}/{concept.code}",
        "@type": "skos:Concept",
        "inScheme": scheme,
        "notation": concept.code,
        "prefLabel": concept.label,
        "altLabel": list(concept.alternative),
        "hiddenLabel": list(concept.everyday),
        "alone": list(concept.alone),
        "broader": [f"{scheme}/{code}" for code, _ in above],
        "related": [f"{scheme}/{code}" for code, _ in concept.related],
        "leadsTo": [f"{scheme}/{code}" for code, _ in concept.leads_to],
        "exactMatch": [each for each in concept.exact if each.startswith("http")],
        "sameAs": list(concept.exact),
        "icon": concept.icon,
        "weights": {
            name: [[code, weight] for code, weight in edges]
            for name, edges in (("broader", above), ("related", concept.related), ("leadsTo", concept.leads_to))
        },
    }


def _context(scheme: str) -> dict[str, Any]:
    links, texts = ("inScheme", "broader", "related", "exactMatch"), ("prefLabel", "altLabel", "hiddenLabel")
    own = ("alone", "sameAs", "icon")
    return {
        "skos": SKOS,
        "notation": "skos:notation",
        **{name: {"@id": f"skos:{name}", "@type": "@id"} for name in links},
        **{name: {"@id": f"skos:{name}", "@language": LANGUAGE} for name in texts},
        **{name: f"{scheme}#{name}" for name in own},
        "leadsTo": {"@id": f"{scheme}#leadsTo", "@type": "@id"},
        "weights": {"@id": f"{scheme}#weights", "@type": "@json"},
    }


def _of_node(node: Mapping[str, Any]) -> ShippedConcept:
    weights = node["weights"]
    return ShippedConcept(
        code=node["notation"],
        label=node["prefLabel"],
        alternative=tuple(node["altLabel"]),
        everyday=tuple(node["hiddenLabel"]),
        alone=tuple(node["alone"]),
        broader=tuple(with_weight(code, weight) for code, weight in weights["broader"]),
        related=tuple((code, float(weight)) for code, weight in weights["related"]),
        leads_to=tuple((code, float(weight)) for code, weight in weights["leadsTo"]),
        exact=tuple(node["sameAs"]),
        icon=node["icon"],
    )


def _of_row(row: Mapping[str, str]) -> ShippedConcept:
    code = row["code"].strip()
    if not code or not row["label"].strip():
        raise ValueError(f"{code or 'a row without a code'}: needs a code and a label")
    return ShippedConcept(
        code=code,
        label=row["label"],
        icon=row["icon"],
        alternative=_lines(row["alternative"]),
        everyday=_lines(row["everyday"]),
        alone=_lines(row["alone"]),
        exact=_lines(row["exact"]),
        broader=tuple(with_weight(above, weight) for above, weight in _weighted(code, row["broader"])),
        related=_weighted(code, row["related"]),
        leads_to=_weighted(code, row["leads_to"]),
    )


def _weighted(code: str, cell: str) -> tuple[Link, ...]:
    found = []
    for line in _lines(cell):
        target, _, weight = line.rpartition(" ")
        try:
            found.append((target.strip(), float(weight)))
        except ValueError as error:
            raise ValueError(f'{code}: "{line}" should be a code and a weight, such as "quilting 0.6"') from error
    return tuple(found)


def _lines(cell: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in cell.splitlines() if line.strip())
