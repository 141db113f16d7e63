"""Organisations, and who keeps which listing."""

import factory

from cms.models import Editorship, Organisation, OrganisationContact


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Friends of Hall {n}")
    informal = True


class OrganisationContactFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = OrganisationContact

    organisation = factory.SubFactory(OrganisationFactory)
    name = "Sandra"
    phone = "01632 960 124"


class EditorshipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Editorship

    user = factory.SubFactory("tests.factories.users.UserFactory")
    asset = factory.SubFactory("tests.factories.assets.AssetFactory")
