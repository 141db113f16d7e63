"""People who sign in. A role is a Django group of the same name (`connector.core.roles`)."""

from typing import Any

import factory
from django.contrib.auth.models import Group

from connector.accounts.models import User

PASSWORD = "tenter-hooks-and-samplers"
# What `force_login` signs somebody in with.
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class UserFactory(factory.django.DjangoModelFactory):
    """Somebody with an account and the password `PASSWORD`. `role`: "Workers", "Connectors", …"""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@tenterclough.example")
    first_name = "Sam"

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **fields: Any) -> User:
        fields.setdefault("password", PASSWORD)
        return model_class.objects.create_user(*args, **fields)

    @factory.post_generation
    def role(self, create: bool, name: str | None, **_: object) -> None:
        if create and name:
            self.groups.add(Group.objects.get_or_create(name=name)[0])
