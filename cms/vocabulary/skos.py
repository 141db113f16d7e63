"""The vocabulary in SKOS (W3C Recommendation, 18 August 2009), as JSON-LD and as Turtle, for others to use.

Invariant: pure; both readings are made from one list of statements, so they say the same. Text is escaped for each.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
TERMS: Final = "http://purl.org/dc/terms/"
LANGUAGE: Final = "en-GB"
# "Leads to" is ours: a next step, which is no narrower and not the same both ways. SKOS has nothing that says it.
LEADS_TO: Final = "leadsTo"
_SAME_BOTH_WAYS: Final = frozenset({"related"})


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept by its code. `hidden`: words that are recognised and not shown; `broader`, `narrower`, `related`,
    `leads_to`: codes; `exact`: addresses of the same concept elsewhere."""

    code: str
    label: str
    alternative: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()


def concepts(
    labels: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]],
    edges: Iterable[tuple[str, str, str]],
) -> tuple[Concept, ...]:
    """Concepts in the order of `labels` (code: label, alternative, hidden, exact), with their edges (code, kind, code).

    Both ends of an edge hear of it: a broader concept has a narrower one, and what is related is so both ways.
    """
    found: dict[str, dict[str, set[str]]] = {code: {} for code in labels}
    for source, kind, target in edges:
        if source in found and target in found:
            found[source].setdefault(kind, set()).add(target)
            if kind == "broader":
                found[target].setdefault("narrower", set()).add(source)
            elif kind in _SAME_BOTH_WAYS:
                found[target].setdefault(kind, set()).add(source)
    return tuple(
        Concept(
            code=code,
            label=label,
            alternative=alternative,
            hidden=hidden,
            exact=exact,
            **{
                kind: tuple(sorted(found[code].get(kind, ())))
                for kind in ("broader", "narrower", "related", "leads_to")
            },
        )
        for code, (label, alternative, hidden, exact) in labels.items()
    )


def as_json_ld(shown: Iterable[Concept], *, scheme: str, title: str, whole: bool) -> str:
    """JSON-LD. `scheme`: the address of the whole vocabulary; a concept's is below it. `whole`: with the scheme."""
    graph: list[dict[str, Any]] = [_scheme_node(scheme, title)] if whole else []
    graph += [_node(concept, scheme) for concept in shown]
    return json.dumps({"@context": _context(scheme), "@graph": graph}, ensure_ascii=False, indent=1)


def as_turtle(shown: Iterable[Concept], *, scheme: str, title: str, whole: bool) -> str:
    """Turtle (W3C Recommendation, 25 February 2014). Arguments as for `as_json_ld`."""
    lines = [f"@prefix skos: <{SKOS}> .", f"@prefix dct: <{TERMS}> .", f"@prefix own: <{_iri(scheme)}#> .", ""]
    if whole:
        lines += [f"<{_iri(scheme)}> a skos:ConceptScheme ;", f"  dct:title {_text(title)} .", ""]
    for concept in shown:
        lines += [*_turtle(concept, scheme), ""]
    return "\n".join(lines)


def address(scheme: str, code: str) -> str:
    """The address of a concept."""
    return f"{scheme}/{code}"


def _statements(concept: Concept, scheme: str) -> list[tuple[str, bool, tuple[str, ...]]]:
    """(name, whether its values are addresses, values) for all that is said; what is not said is left out."""
    own = [
        ("prefLabel", False, (concept.label,)),
        ("altLabel", False, concept.alternative),
        ("hiddenLabel", False, concept.hidden),
        *((name, True, _below(scheme, getattr(concept, name))) for name in ("broader", "narrower", "related")),
        (LEADS_TO, True, _below(scheme, concept.leads_to)),
        ("exactMatch", True, concept.exact),
        ("topConceptOf", True, () if concept.broader else (scheme,)),
    ]
    return [statement for statement in own if statement[2]]


def _below(scheme: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(address(scheme, code) for code in codes)


def _context(scheme: str) -> dict[str, Any]:
    links = ("inScheme", "broader", "narrower", "related", "exactMatch", "topConceptOf")
    texts = ("prefLabel", "altLabel", "hiddenLabel")
    return {
        "skos": SKOS,
        "dct": TERMS,
        **{name: {"@id": f"skos:{name}", "@type": "@id"} for name in links},
        **{name: {"@id": f"skos:{name}", "@language": LANGUAGE} for name in texts},
        "title": {"@id": "dct:title", "@language": LANGUAGE},
        LEADS_TO: {"@id": f"{scheme}#{LEADS_TO}", "@type": "@id"},
    }


def _scheme_node(scheme: str, title: str) -> dict[str, Any]:
    return {"@id": scheme, "@type": "skos:ConceptScheme", "title": title}


def _node(concept: Concept, scheme: str) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": address(scheme, concept.code), "@type": "skos:Concept", "inScheme": scheme}
    for name, _links, values in _statements(concept, scheme):
        node[name] = values[0] if len(values) == 1 else list(values)
    return node


def _turtle(concept: Concept, scheme: str) -> list[str]:
    said = [f"<{_iri(address(scheme, concept.code))}> a skos:Concept", f"  skos:inScheme <{_iri(scheme)}>"]
    for name, links, values in _statements(concept, scheme):
        prefix = "own" if name == LEADS_TO else "skos"
        written = ", ".join(f"<{_iri(value)}>" if links else _text(value) for value in values)
        said.append(f"  {prefix}:{name} {written}")
    return [f"{line} ;" for line in said[:-1]] + [f"{said[-1]} ."]


def _iri(address: str) -> str:
    """What may not stand between angle brackets, written as Turtle writes it."""
    return "".join(f"\\u{ord(sign):04X}" if sign <= " " or sign in '<>"{}|^`\\' else sign for sign in address)


def _text(words: str) -> str:
    # A JSON string is a Turtle string: the escapes are the same.
    return f"{json.dumps(words, ensure_ascii=False)}@{LANGUAGE.lower()}"
