"""The components and their examples, as the gallery and its tests show them.

Invariant: a component is a folder `templates/components/<name>/` with `<name>.html` and `<name>.yaml`; the file of
examples has `title`, `notes`, `examples` (a list of contexts) and, where the markup needs it, `wrap` with one `{}`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from cms.cards import AccessLine, Card, ContactLine, DateLabel, Distance, Segment

# Under these names an example gives the fields of one of the plain values that templates get for real.
VALUES: dict[str, type] = {
    "card": Card,
    "dates": DateLabel,
    "because": Segment,
    "told": Segment,
    "access": AccessLine,
    "distance": Distance,
    "ask_for": ContactLine,
}


@dataclass(frozen=True, slots=True)
class Component:
    name: str
    title: str
    notes: str
    examples: tuple[SafeString, ...]


def folder() -> Path:
    """Where the components lie."""
    return Path(settings.BASE_DIR) / "templates" / "components"


def names() -> list[str]:
    """Every component's name, in alphabetical order."""
    return sorted(path.name for path in folder().iterdir() if path.is_dir())


def components() -> tuple[Component, ...]:
    """Every component with its examples, rendered. Those that stand on every page anyway are left out."""
    read = ((name, _description(name)) for name in names())
    return tuple(_component(name, about) for name, about in read if not about.get("page_has_it"))


def render_examples(name: str) -> tuple[SafeString, ...]:
    """The examples of one component as HTML."""
    return _component(name, _description(name)).examples


def _description(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((folder() / name / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


def _component(name: str, about: dict[str, Any]) -> Component:
    template = f"components/{name}/{name}.html"
    wrap = about.get("wrap", "{}")
    contexts = ({key: _value(key, given) for key, given in example.items()} for example in about["examples"])
    drawn = (wrap.replace("{}", render_to_string(template, context)) for context in contexts)
    return Component(
        name=name,
        title=about["title"],
        notes=about["notes"],
        examples=tuple(mark_safe(html) for html in drawn),  # noqa: S308  our own files, rendered
    )


def _value(key: str, given: Any) -> Any:
    """What an example gives, as the value that a template gets. Raises TypeError for a field that no value has."""
    if key not in VALUES:
        return given
    if isinstance(given, list):
        return tuple(_value(key, one) for one in given)
    if given is None:
        return None
    return VALUES[key](**{name: _value(name, inner) for name, inner in given.items()})
