"""A mapping as people read and write it: a line a column, "services / Activity Name = name".

Invariant: pure; writing what was read gives the same lines; a line that cannot be read is a problem with its number.
"""

from collections.abc import Mapping

from cms.imports.mapping.fields import KEEP, LINK, SKIP, lexicon, plain
from cms.imports.mapping.understanding import Chosen

# Between the table and the heading, which may have a plain stroke of its own.
BETWEEN = " / "


class MappingProblem(ValueError):
    """A line that is no answer for a column. The message says which, and what to do."""


def read_lines(text: str) -> Chosen:
    """(plain table or "", plain heading) -> field. Raises MappingProblem."""
    found: dict[tuple[str, str], str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        left, equals, right = line.rpartition("=")
        if not equals or not plain(left):
            raise MappingProblem(
                f"Line {number}: write a heading, an equals sign and a field, as in Venue = place_name."
            )
        code = _code(right)
        if code is None:
            raise MappingProblem(f"Line {number}: there is no field {right.strip()}. Fields: {', '.join(answers())}.")
        pieces = left.split(BETWEEN)
        # "Day / time" may be a heading with a stroke of its own, with or without a table before it.
        for at in range(len(pieces)):
            found[plain(BETWEEN.join(pieces[:at])), plain(BETWEEN.join(pieces[at:]))] = code
    return found


def write_lines(answers: Mapping[tuple[str, str], str]) -> str:
    """Answers by table ("" for any) and heading, as lines."""
    return "\n".join(
        f"{f'{table}{BETWEEN}' if table else ''}{heading} = {code}" for (table, heading), code in answers.items()
    )


def answers() -> list[str]:
    """Everything that a column can become."""
    return [*lexicon().fields, KEEP, SKIP]


def _code(text: str) -> str | None:
    wanted = text.strip().casefold()
    if wanted in (KEEP, SKIP, LINK):
        return wanted
    return next(
        (field.code for field in lexicon().fields.values() if wanted in (field.code, field.label.casefold())), None
    )
