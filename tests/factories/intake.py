"""What intake remembers."""

import factory

from connector.intake.models import DeletedRecord, Import, ImportMapping


class DeletedRecordFactory(factory.django.DjangoModelFactory):
    """A record whose asset somebody deleted here."""

    class Meta:
        model = DeletedRecord

    source = "Register 1"
    source_ref = factory.Sequence(lambda n: f"record-{n}")


class ImportMappingFactory(factory.django.DjangoModelFactory):
    """What the columns of a source's files mean."""

    class Meta:
        model = ImportMapping

    name = factory.Sequence("Our list {}".format)
    source = factory.SelfAttribute("name")
    columns = "Group = name"


class ImportFactory(factory.django.DjangoModelFactory):
    """An import that waits for its columns to be looked at."""

    class Meta:
        model = Import

    source = factory.Sequence("Our list {}".format)
    state = Import.State.UNDERSTOOD
