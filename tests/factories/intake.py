"""What intake remembers."""

import factory

from connector.intake.models import DeletedRecord


class DeletedRecordFactory(factory.django.DjangoModelFactory):
    """A record whose asset somebody deleted here."""

    class Meta:
        model = DeletedRecord

    source = "Register 1"
    source_ref = factory.Sequence(lambda n: f"record-{n}")
