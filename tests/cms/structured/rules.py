"""Whether JSON-LD holds to schema.org: known types, their properties, and values of the kind that each takes.

The table is `schema_org.json`; it names its source. `wanted` is what search engines ask of a type.
"""

import json
import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

TABLE = json.loads((Path(__file__).parent / "schema_org.json").read_text(encoding="utf-8"))
SCHEMA = "https://schema.org/"
_DURATION = re.compile(r"P(\d+[DWMY])+")


def faults(said: dict[str, Any]) -> list[str]:
    """What is wrong, one line each; nothing where all of it holds."""
    if said.get("@context") != "https://schema.org":
        return ["no @context"]
    nodes = said.get("@graph") or [{name: value for name, value in said.items() if name != "@context"}]
    ids = {node["@id"] for node in nodes if "@id" in node}
    return [fault for node in nodes for fault in _node(node, ids)]


def _node(node: dict[str, Any], ids: set[str]) -> list[str]:
    if set(node) == {"@id"}:
        return [] if node["@id"] in ids else [f"{node['@id']} leads nowhere"]
    kind = node.get("@type", "")
    if kind not in TABLE["types"]:
        return [f"no type {kind!r}"]
    known = _properties(kind)
    found = [f"{kind} lacks {name}" for name in TABLE["wanted"].get(kind, ()) if name not in node]
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in known:
            found.append(f"{kind} has no {name}")
            continue
        for each in value if isinstance(value, list) else [value]:
            found += _value(f"{kind}.{name}", each, known[name], ids)
        if value in ([], "", None):
            found.append(f"{kind}.{name} is empty")
    return found


def _value(where: str, value: Any, takes: list[str], ids: set[str]) -> list[str]:
    if isinstance(value, dict):
        inner = _node(value, ids)
        kind = value.get("@type")
        fits = kind is None or bool(_ancestors(kind) & {*takes})
        return inner if fits else [*inner, f"{where} takes no {kind}"]
    return [] if any(_is(value, kind) for kind in takes) else [f"{where} takes no {value!r}"]


def _is(value: Any, kind: str) -> bool:
    if kind == "Boolean" or isinstance(value, bool):
        return kind == "Boolean" and isinstance(value, bool)
    if kind == "Number":
        return isinstance(value, int | float)
    if not isinstance(value, str) or not value:
        return False
    if kind in TABLE["members"]:
        return value.removeprefix(SCHEMA) in TABLE["members"][kind] and value.startswith(SCHEMA)
    readers = {"Date": date.fromisoformat, "DateTime": _moment, "Time": time.fromisoformat}
    if kind in readers:
        return _reads(readers[kind], value)
    if kind == "URL":
        return value.startswith(("https://", "http://"))
    if kind == "Duration":
        return bool(_DURATION.fullmatch(value))
    return kind == "Text"


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if "T" not in text or found.tzinfo is None:
        raise ValueError(text)
    return found


def _reads(reader: Any, text: str) -> bool:
    try:
        reader(text)
    except ValueError:
        return False
    return True


def _ancestors(kind: str) -> set[str]:
    parents = TABLE["types"].get(kind, {"parents": []})["parents"]
    return {kind}.union(*(_ancestors(parent) for parent in parents))


def _properties(kind: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in _ancestors(kind):
        found |= TABLE["types"][each]["properties"]
    return found
