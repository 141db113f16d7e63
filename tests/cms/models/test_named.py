"""What the world calls a row stays, and an old draft never empties what came after it."""

import pytest

from cms.models import Asset, Organisation, Place
from tests.factories.assets import AssetFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.places import PlaceFactory

pytestmark = pytest.mark.django_db
FACTORIES = {"organisations": OrganisationFactory, "places": PlaceFactory, "listings": AssetFactory}


@pytest.mark.parametrize(("pages", "factory"), FACTORIES.items(), ids=FACTORIES)
def test_each_has_a_page_of_its_own(pages, factory) -> None:
    one, other = factory(), factory()
    assert one.get_absolute_url() == f"/{pages}/{one.uuid}/"
    assert one.uuid != other.uuid


@pytest.mark.parametrize("factory", FACTORIES.values(), ids=FACTORIES)
def test_a_draft_from_before_there_were_names_keeps_the_name(factory) -> None:
    row = factory(name="Chapel Lane")
    draft = row.save_revision()
    del draft.content["uuid"]
    draft.save()
    draft.publish()
    assert type(row).objects.get(pk=row.pk).uuid == row.uuid


@pytest.mark.parametrize(
    ("factory", "field", "value"),
    [(OrganisationFactory, "summary", "A cash tin."), (PlaceFactory, "directions", "Blue door.")],
)
def test_a_draft_that_does_not_speak_of_a_field_leaves_it_alone(factory, field, value) -> None:
    row = factory(**{field: value})
    draft = row.save_revision()
    draft.content = {name: kept for name, kept in draft.content.items() if name != field} | {"name": "New name"}
    draft.save()
    draft.publish()
    after = type(row).objects.get(pk=row.pk)
    assert (after.name, getattr(after, field)) == ("New name", value)


def test_a_draft_that_empties_a_field_empties_it() -> None:
    place = PlaceFactory(directions="Blue door.")
    place.directions = ""
    place.save_revision().publish()
    assert Place.objects.get(pk=place.pk).directions == ""


def test_names_are_given_to_rows_that_are_made_in_bulk() -> None:
    made = Organisation.objects.bulk_create([Organisation(name="A"), Organisation(name="B")])
    assert len({row.uuid for row in made}) == 2
    assert Asset._meta.get_field("uuid").unique
