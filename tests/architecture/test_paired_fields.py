"""When and by whom go together: a row that says one of them says the other, and the database holds it to that."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.apps import apps
from django.db.models import CheckConstraint, DateField, DateTimeField, Field, Model, Value

from tests.architecture.tree import PRODUCT


def pairs() -> Iterator[tuple[type[Model], str, str]]:
    """Model, field that says when, field that says by whom. Those that come with a library's class are its business."""
    for model in apps.get_models():
        if model.__module__.split(".")[0] not in PRODUCT:
            continue
        ours = {field.name for field in model._meta.concrete_fields} - inherited(model)
        for by in sorted(name for name in ours if name.endswith("_by")):
            for when in (f"{by[:-3]}_on", f"{by[:-3]}_at"):
                if when in ours:
                    yield model, when, by


def inherited(model: type[Model]) -> set[str]:
    """The fields that a model has from classes that are not ours."""
    others = [base for base in model.__mro__ if base.__module__.split(".")[0] not in PRODUCT and hasattr(base, "_meta")]
    return {field.name for base in others for field in base._meta.local_fields}


def filled(field: Field[Any, Any]) -> Value:
    if not isinstance(field, DateField):
        return Value(1 if field.is_relation else "Meena", output_field=field)
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    return Value(moment if isinstance(field, DateTimeField) else moment.date(), output_field=field)


def empty(field: Field[Any, Any]) -> Value:
    return Value(None if field.null else "", output_field=field)


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "when", "by"), list(pairs()))
def test_one_without_the_other_is_refused(model: type[Model], when: str, by: str) -> None:
    holds = [
        each.condition
        for each in model._meta.constraints
        if isinstance(each, CheckConstraint) and {when, by} <= {name.split("__")[0] for name in names(each.condition)}
    ]
    assert holds, f"{model._meta.label} holds {when} and {by} together by no CheckConstraint"
    one, other = model._meta.get_field(when), model._meta.get_field(by)
    assert all(q.check({when: filled(one), by: filled(other)}) for q in holds)
    assert all(q.check({when: empty(one), by: empty(other)}) for q in holds)
    assert not all(q.check({when: filled(one), by: empty(other)}) for q in holds)
    assert not all(q.check({when: empty(one), by: filled(other)}) for q in holds)


def names(condition: Any) -> Iterator[str]:
    """The names of fields in a condition, however deep."""
    for child in getattr(condition, "children", ()):
        if isinstance(child, tuple):
            yield child[0]
        else:
            yield from names(child)


def test_there_are_pairs() -> None:
    assert ("Asset", "confirmed_on", "confirmed_by") in {(model.__name__, when, by) for model, when, by in pairs()}
