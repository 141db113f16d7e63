"""How several tables belong together: which column of one names the rows of another.

Invariant: pure; a link is there only where the cells of the one are found among the keys of the other, and where
numbers alone could belong to anything, the headings have to say so too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cms.imports.mapping.fields import lexicon, plain
from cms.imports.mapping.headings import by_heading
from cms.imports.mapping.values import Looks
from cms.imports.tables.table import Table

ENOUGH, ENOUGH_WHEN_SAID = 0.6, 0.2
_KEY_WORDS = frozenset("id ids ref reference key code no number uuid guid fk link uid urn identifier pk nr".split())
_OWN_KEYS = frozenset({"id", "uuid", "guid", "pk", "uid", "row id", "record id"})
_LONGEST_KEY = 120


@dataclass(frozen=True, slots=True)
class Link:
    """Cells of `column` in `child` name rows of `parent` by its column `key` (numbers of tables and columns)."""

    child: int
    column: int
    parent: int
    key: int
    score: float


@dataclass(frozen=True, slots=True)
class _Key:
    table: int
    column: int
    values: frozenset[str]
    is_id: bool
    numbers: bool


def same(text: str) -> str:
    """A key as it is compared: "ORG-1 " and "org-1" and "1.0" and "1" are the same."""
    folded = " ".join(text.casefold().split())
    return folded[:-2] if folded.endswith(".0") and folded[:-2].isdigit() else folded


def links_of(tables: Sequence[Table], looked: Sequence[Sequence[Looks]]) -> list[Link]:
    """Every link, at most one for a column, the surest."""
    if len(tables) < 2:
        return []
    keys = [key for at, table in enumerate(tables) for key in _keys(at, table, looked[at])]
    first = _links(tables, looked, keys)
    borrowed = {(link.child, link.column) for link in first}
    # A column that names rows of another table is no key of its own where the other is there: three tables that all
    # say "service_id" belong to the services, and not to each other.
    return _links(tables, looked, [key for key in keys if (key.table, key.column) not in borrowed])


def _links(tables: Sequence[Table], looked: Sequence[Sequence[Looks]], keys: Sequence[_Key]) -> list[Link]:
    found: list[Link] = []
    for at, table in enumerate(tables):
        for column, heading in enumerate(table.headings):
            values = {same(text) for text in table.column(column)}
            if not values or looked[at][column].longest > _LONGEST_KEY or plain(heading) in _OWN_KEYS:
                continue
            tried = [_link(at, column, heading, values, key, tables) for key in keys if key.table != at]
            best = max((link for link in tried if link), key=lambda link: link.score, default=None)
            if best is not None:
                found.append(best)
    return _one_way(found, tables)


def role_of(name: str) -> str:
    """What a table is of, by its name ("service_at_locations.csv"); "" where the name does not tell."""
    words = [word for word in plain(name.rpartition(".")[0] or name).split() if not word.isdigit()]
    text = f" {' '.join(words)} "
    best, most = "", 0
    for role, phrases in lexicon().roles.items():
        for phrase in phrases:
            if f" {phrase} " in text and len(phrase) > most:
                best, most = role, len(phrase)
    return best


def _keys(at: int, table: Table, looked: Sequence[Looks]) -> list[_Key]:
    found = []
    for column, heading in enumerate(table.headings):
        seen = looked[column]
        cells = [same(text) for text in table.column(column)]
        if not cells or seen.longest > _LONGEST_KEY or len(cells) < 0.95 * len(table.rows):
            continue
        unique = len(set(cells)) == len(cells) or len(set(cells)) >= 0.98 * len(cells) > 50
        names = {each.code for each in by_heading(heading) if each.score >= 0.6}
        is_id = bool(set(plain(heading).split()) & _KEY_WORDS) or seen.uuid > 0.9
        if unique and (is_id or "name" in names or "organisation" in names or "place_name" in names):
            found.append(_Key(at, column, frozenset(cells), is_id, all(cell.isdigit() for cell in cells)))
    return found


def _link(at: int, column: int, heading: str, values: set[str], key: _Key, tables: Sequence[Table]) -> Link | None:
    share = len(values & key.values) / len(values)
    if share < ENOUGH_WHEN_SAID:
        return None
    words = set(plain(heading).split())
    said = _speaks_of(words, tables[key.table]) or _names_such(heading, tables[key.table])
    key_heading = plain(tables[key.table].headings[key.column])
    same_heading = plain(heading) == key_heading and key_heading not in ("id", "name", "code", "title", "key")
    key_like = bool(words & _KEY_WORDS)
    loose = key_like and {"link"} & words
    if key.is_id:
        certain = (said or same_heading or loose) if key.numbers else (key_like or said or same_heading)
    else:
        certain = said
    if not certain or (share < ENOUGH and not (said or loose or same_heading)):
        return None
    return Link(at, column, key.table, key.column, share + 0.5 * said + 0.4 * same_heading + 0.3 * key.is_id)


def _speaks_of(words: set[str], table: Table) -> bool:
    """Whether a heading names a table: "venue_id" and "Venues", "org ref" and "organisations"."""
    return bool(words & _nouns(table))


def _names_such(heading: str, table: Table) -> bool:
    """Whether a heading asks for what the table lists: "Where" and venues, "Run by" and providers."""
    wanted = {"location": "place_name", "organisation": "organisation"}.get(role_of(table.name), "")
    return any(found.code == wanted and found.score >= 0.8 for found in by_heading(heading))


def _nouns(table: Table) -> set[str]:
    """Words for a row of the table, from its name, and from what else such tables are called."""
    name = plain(table.name.rpartition(".")[0] or table.name).split()
    found = {word for word in name if not word.isdigit()}
    role = role_of(table.name)
    if role in ("organisation", "location", "service", "taxonomy", "contact", "schedule", "area"):
        found |= {phrase for phrase in lexicon().roles[role] if " " not in phrase}
    if role == "service_at_location":
        found = {"sal"} | (found - {"at"})
    singular = {word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s") for word in found}
    return (found | singular) - {"at", "of", "the", "list", "export", "data", "type"}


def _one_way(links: list[Link], tables: Sequence[Table]) -> list[Link]:
    """Where two tables name each other by the same columns, the one that has more of its own is the parent."""
    kept = []
    for link in links:
        back = [
            other for other in links
            if (other.child, other.column, other.parent, other.key) == (link.parent, link.key, link.child, link.column)
        ]  # fmt: skip
        if back and _rank(tables[link.child]) < _rank(tables[link.parent]):
            continue
        if back and _rank(tables[link.child]) == _rank(tables[link.parent]) and link.child < link.parent:
            continue
        kept.append(link)
    return kept


def _rank(table: Table) -> int:
    """What is a listing itself comes first."""
    return {"service": 0, "": 1, "organisation": 2, "location": 3}.get(role_of(table.name), 4)
