"""Sessions, school terms and the authorities that set them."""

from datetime import date, time

import factory

from cms.models import EducationAuthority, Session, Term


class EducationAuthorityFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = EducationAuthority

    name = factory.Sequence(lambda n: f"Tenterclough {n}")


class TermFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Term

    authority = factory.SubFactory(EducationAuthorityFactory)
    name = "Autumn, first half"
    starts = date(2026, 9, 3)
    ends = date(2026, 10, 23)


class SessionFactory(factory.django.DjangoModelFactory):
    """Tuesdays, half past one to half past three. `in_term_time`: by the terms of an authority of its own."""

    class Meta:
        model = Session

    class Params:
        in_term_time = factory.Trait(term_time=True, authority=factory.SubFactory(EducationAuthorityFactory))

    asset = factory.SubFactory("tests.factories.assets.AssetFactory")
    rhythm = Session.Rhythm.WEEKLY
    days = factory.LazyFunction(lambda: ["TU"])
    first = date(2026, 1, 6)
    start = time(13, 30)
    end = time(15, 30)
