"""Sessions, school terms and the authorities that set them."""

from datetime import UTC, date, datetime, time

import factory

from cms.models import EducationAuthority, ScheduledSession, Session, Term


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


class ScheduledSessionFactory(factory.django.DjangoModelFactory):
    """Tuesday, 1 December 2026. Most tests get theirs from the real writer (`cms.scheduled.renew`)."""

    class Meta:
        model = ScheduledSession

    session = factory.SubFactory(SessionFactory)
    asset = factory.SelfAttribute("session.asset")
    day = date(2026, 12, 1)
    part = ScheduledSession.Part.AFTERNOON
    starts_at = datetime(2026, 12, 1, 13, 30, tzinfo=UTC)
    ends_at = datetime(2026, 12, 1, 15, 30, tzinfo=UTC)
