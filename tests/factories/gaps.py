"""What is missing near here, and words that nothing explained."""

import factory

from connector.gaps.models import Gap, NewWord, WordMet


class GapFactory(factory.django.DjangoModelFactory):
    """Whippets, missed once in Bank Top."""

    class Meta:
        model = Gap

    interest = "whippets"
    label = "Whippets"
    area_code = "E05000001"
    area = "Bank Top"
    obstacle = Gap.Obstacle.NOTHING
    week = "2026-W48"


class WordMetFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = WordMet

    word = factory.Sequence(lambda n: f"{n:032x}")
    whose = "0" * 32
    week = "2026-W48"


class NewWordFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = NewWord

    word = factory.Sequence(lambda n: f"tatting{'x' * n}")
    hashed = factory.Sequence(lambda n: f"{n:032x}")
    week = "2026-W48"
