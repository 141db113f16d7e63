"""Areas, places and how one gets into them."""

import factory

from cms.models import Area, Outline, Place, PlaceAccess


class AreaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Area

    code = factory.Sequence(lambda n: f"E0599{n:04}")
    name = factory.Sequence(lambda n: f"Tenter Ward {n}")


class PlaceFactory(factory.django.DjangoModelFactory):
    """A hall in the middle of Tenterclough. `nowhere`: its point is not known. `step_free`: so it is, and says so."""

    class Meta:
        model = Place
        skip_postgeneration_save = True

    class Params:
        nowhere = factory.Trait(lat=None, lon=None)

    name = factory.Sequence(lambda n: f"Hall {n}")
    address = "2 Mill Street"
    postcode = "TC1 1AA"
    lat = 53.72
    lon = -1.98
    precision = Place.Precision.EXACT

    @factory.post_generation
    def step_free(self, create: bool, wanted: bool | None, **_: object) -> None:
        if create and wanted:
            PlaceAccessFactory(place=self)


class PlaceAccessFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PlaceAccess

    place = factory.SubFactory(PlaceFactory)
    subject = PlaceAccess.Subject.STEP_FREE
    state = PlaceAccess.State.YES


class OutlineFactory(factory.django.DjangoModelFactory):
    """A square of about a kilometre in Tenterclough."""

    class Meta:
        model = Outline

    area = factory.SubFactory(AreaFactory)
    polygons = factory.LazyFunction(
        lambda: [[[[-2.05, 53.73], [-2.03, 53.73], [-2.03, 53.74], [-2.05, 53.74], [-2.05, 53.73]]]]
    )
