"""Tables understood as listings: which table holds them, what the others add, what every column means.

Invariant: pure; every table has a part to play or a sentence that says why it has none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cms.imports.mapping.columns import Column, columns_of, looks_of
from cms.imports.mapping.fields import plain
from cms.imports.mapping.headings import by_heading
from cms.imports.mapping.joins import Link, links_of, role_of
from cms.imports.mapping.values import Looks
from cms.imports.tables.table import Table

MAIN, UNUSED = "main", "unused"
# (plain name of a table or "" for any, plain heading) -> field.
Chosen = Mapping[tuple[str, str], str]


@dataclass(slots=True)
class Understood:
    """One table. `role`: MAIN, UNUSED, or what it adds; `why`: in words."""

    table: Table
    role: str
    columns: list[Column]
    why: str = ""

    @property
    def fields(self) -> dict[str, list[int]]:
        """Field -> numbers of its columns, in order."""
        found: dict[str, list[int]] = {}
        for at, column in enumerate(self.columns):
            found.setdefault(column.field, []).append(at)
        return found


@dataclass(slots=True)
class Understanding:
    """All tables and how they are joined."""

    tables: list[Understood] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    @property
    def mains(self) -> list[int]:
        return [at for at, each in enumerate(self.tables) if each.role == MAIN]


def understand(tables: Sequence[Table], chosen: Chosen | None = None) -> Understanding:
    """What the tables say. `chosen`: answers that somebody gave before."""
    looked = [looks_of(table) for table in tables]
    links = links_of(tables, looked)
    roles = _roles(tables, links, looked)
    found = Understanding(links=links)
    for at, table in enumerate(tables):
        answers = _answers(table, chosen or {})
        columns = columns_of(
            table, roles[at], _joined(at, links, tables), answers, looked[at], _keys(at, links, tables)
        )
        found.tables.append(Understood(table, roles[at], columns, _why(at, roles, links, tables)))
    _without_names(found)
    return found


def _answers(table: Table, chosen: Chosen) -> dict[str, str]:
    name = plain(table.name)
    anywhere = {heading: answer for (of, heading), answer in chosen.items() if not of}
    return anywhere | {heading: answer for (of, heading), answer in chosen.items() if of == name}


def _joined(at: int, links: Sequence[Link], tables: Sequence[Table]) -> dict[str, str]:
    return {
        tables[at].headings[link.column]: f"Its cells name rows of {tables[link.parent].name} by "
        f"“{tables[link.parent].headings[link.key]}”."
        for link in links
        if link.child == at
    }


def _keys(at: int, links: Sequence[Link], tables: Sequence[Table]) -> set[str]:
    return {tables[at].headings[link.key] for link in links if link.parent == at}


def _roles(tables: Sequence[Table], links: Sequence[Link], looked: Sequence[Sequence[Looks]]) -> list[str]:
    named = [role_of(table.name) for table in tables]
    linked = {at for link in links for at in (link.child, link.parent)}
    mains = {at for at, role in enumerate(named) if role == "service" and not _is_child_of(at, "service", named, links)}
    if not mains and linked:
        mains = {min(linked, key=lambda at: _main_order(at, named, links, tables))}
    reached = _reached(mains, links)
    roles = []
    for at, role in enumerate(named):
        if at in mains or (at not in reached and at not in linked and _could_list(tables[at], role, bool(mains))):
            roles.append(MAIN)
        elif at in reached:
            roles.append(role if role not in ("", "service") else _role_by_links(at, links, tables[at], looked[at]))
        else:
            roles.append(UNUSED)
    return roles


def _could_list(table: Table, role: str, others: bool) -> bool:
    """Whether a table that belongs to no other holds listings of its own."""
    if not table.rows or not others:
        return bool(table.rows)
    return role in ("", "service", "organisation", "location", "schedule") and len(table.headings) > 2


def _is_child_of(at: int, role: str, named: Sequence[str], links: Sequence[Link]) -> bool:
    return any(link.child == at and named[link.parent] == role and link.parent != at for link in links)


def _main_order(at: int, named: Sequence[str], links: Sequence[Link], tables: Sequence[Table]) -> tuple[int, int, int]:
    order = ["", "organisation", "location", "schedule"]
    place = order.index(named[at]) if named[at] in order else len(order)
    outgoing = sum(link.child == at for link in links)
    return place, -outgoing, -len(tables[at].headings)


def _reached(mains: set[int], links: Sequence[Link]) -> set[int]:
    reached, waiting = set(mains), list(mains)
    while waiting:
        at = waiting.pop()
        for link in links:
            for here, there in ((link.child, link.parent), (link.parent, link.child)):
                if here == at and there not in reached:
                    reached.add(there)
                    waiting.append(there)
    return reached


def _role_by_links(at: int, links: Sequence[Link], table: Table, looked: Sequence[Looks]) -> str:
    """A table whose name tells nothing: by what stands in it, and by which way the links go."""
    if any(max(seen.postcode, seen.lat, seen.latlon) > 0.5 for seen in looked):
        return "location"
    if not any(link.child == at for link in links):
        return "organisation"
    headings = {found.code for heading in table.headings for found in by_heading(heading)}
    timed = any(seen.day > 0.5 or seen.time > 0.5 for seen in looked)
    return "schedule" if timed and headings & {"day", "starts", "byday", "time", "schedule"} else "detail"


def _without_names(found: Understanding) -> None:
    """A table of listings in which nothing can be their name is not used, and says so."""
    for each in found.tables:
        if each.role == MAIN and "name" not in each.fields:
            each.role = UNUSED
            each.why = "No column can be a name, so nothing of it is imported. Choose a column for the name."


def _why(at: int, roles: Sequence[str], links: Sequence[Link], tables: Sequence[Table]) -> str:
    if roles[at] == MAIN:
        return "Each row becomes a listing."
    if roles[at] == UNUSED:
        return "Nothing joins it to the listings, so it is not used."
    others = {tables[link.parent if link.child == at else link.child].name for link in links
              if at in (link.child, link.parent)}  # fmt: skip
    return f"Its rows add to the listings, through {', '.join(sorted(others))}."
