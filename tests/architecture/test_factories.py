"""Every model of ours has a factory, and what a factory makes without being told anything is a good row."""

import inspect
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import pytest
from django.apps import apps
from django.db.models import Model
from factory.django import DjangoModelFactory

from tests import factories
from tests.architecture.tree import PRODUCT


def made() -> Iterator[type[DjangoModelFactory]]:
    """The factories, file by file."""
    for module in iter_modules(factories.__path__):
        name = f"{factories.__name__}.{module.name}"
        for member in vars(import_module(name)).values():
            if inspect.isclass(member) and issubclass(member, DjangoModelFactory) and member.__module__ == name:
                yield member


def models() -> set[type[Model]]:
    return {model for model in apps.get_models() if model.__module__.split(".")[0] in PRODUCT}


def test_every_model_has_one() -> None:
    have = {factory._meta.model for factory in made()}
    assert sorted(model.__name__ for model in models() - have) == []


@pytest.mark.django_db
@pytest.mark.parametrize("factory", list(made()), ids=lambda factory: factory.__name__)
def test_a_factory_makes_a_good_row(factory: type[DjangoModelFactory]) -> None:
    row = factory.create()
    row.refresh_from_db()
    row.full_clean()
    assert str(row)
