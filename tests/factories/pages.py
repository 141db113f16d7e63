"""Editorial pages, each below the page that it belongs below."""

from datetime import date
from typing import Any

import factory

from cms.models import (
    CollectionPage,
    GuidancePage,
    HomePage,
    PlaceWeekPage,
    StoriesPage,
    StoryPage,
    TopicPage,
    TopicsPage,
)
from tests.factories.places import PlaceFactory


class BelowAnother:
    """`parent`: the page to put it below; the front page if not said."""

    @classmethod
    def _create(cls, model_class: Any, *args: Any, parent: Any = None, **fields: Any) -> Any:
        return (parent or cls.above()).add_child(instance=model_class(**fields))

    @classmethod
    def above(cls) -> Any:
        return HomePage.objects.get()


class MadeByMigrate:
    """There is one, which `migrate` made: it gets these fields."""

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **fields: Any) -> Any:
        page = model_class.objects.get()
        for name, value in fields.items():
            setattr(page, name, value)
        page.save()
        return page


class HomePageFactory(MadeByMigrate, factory.django.DjangoModelFactory):
    class Meta:
        model = HomePage

    title = "Front page"


class TopicsPageFactory(MadeByMigrate, factory.django.DjangoModelFactory):
    class Meta:
        model = TopicsPage

    title = "Things people love"


class TopicPageFactory(BelowAnother, factory.django.DjangoModelFactory):
    """`interests`: those that it is about."""

    class Meta:
        model = TopicPage
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"A topic {n}")

    @classmethod
    def above(cls) -> Any:
        return TopicsPage.objects.get()

    @factory.post_generation
    def interests(self, create: bool, wanted: Any, **_: object) -> None:
        if create and wanted:
            self.interests.set(wanted)  # type: ignore[attr-defined]
            self.save()  # type: ignore[attr-defined]


class GuidancePageFactory(BelowAnother, factory.django.DjangoModelFactory):
    class Meta:
        model = GuidancePage

    title = factory.Sequence(lambda n: f"A page to read {n}")


class StoriesPageFactory(BelowAnother, factory.django.DjangoModelFactory):
    class Meta:
        model = StoriesPage

    title = "Stories"


class StoryPageFactory(BelowAnother, factory.django.DjangoModelFactory):
    class Meta:
        model = StoryPage

    title = factory.Sequence(lambda n: f"A story {n}")

    @classmethod
    def above(cls) -> Any:
        return StoriesPage.objects.first() or StoriesPageFactory()


class CollectionPageFactory(BelowAnother, factory.django.DjangoModelFactory):
    """`opens` and `closes`: a winter, if not said."""

    class Meta:
        model = CollectionPage

    title = factory.Sequence(lambda n: f"A collection {n}")
    opens = date(2026, 11, 1)
    closes = date(2027, 2, 28)


class PlaceWeekPageFactory(BelowAnother, factory.django.DjangoModelFactory):
    class Meta:
        model = PlaceWeekPage

    title = factory.Sequence(lambda n: f"A place this week {n}")
    place = factory.SubFactory(PlaceFactory)
