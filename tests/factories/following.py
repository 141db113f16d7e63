"""Somebody who is sent what is on each week."""

import factory

from connector.following.models import Follower


class FollowerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Follower

    email = factory.Sequence(lambda n: f"ann{n}@home.example")
    search = "q=sewing"
