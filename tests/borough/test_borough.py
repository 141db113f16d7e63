"""The whole borough, seeded and indexed once for all that is asked of it. Slow to make, so in one class."""

import pytest

from cms.models import Asset, Organisation, Picture, Place
from connector.demo.borough import records
from tests.borough import first_answers, true_reasons


@pytest.mark.wide
class TestBorough(first_answers.FirstAnswers, true_reasons.TrueReasons):
    """What it answers first, and whether each reason stands on its rows."""

    def test_all_that_the_files_say_is_in_the_catalogue(self) -> None:
        circle = Asset.objects.get(name="Weavers Fold Sewing Circle")
        assert (circle.level, circle.usual_least, circle.cost, circle.cost_pence) == ("everybody", 9, "paid", 200)
        assert circle.first_happens.splitlines()[-1] == "Tea is at half past two, in proper cups."
        assert circle.first_picture.description.startswith("A blue door")
        assert [str(price) for price in circle.cost_options.order_by("pk")] == [
            "£2",
            "If that is a lot this week: free",
        ]
        assert Asset.objects.get(name="Jabana").only_for == "women"
        assert Asset.objects.get(name="A Knock on the Door").waiting_words == "about five weeks in winter"
        assert Place.objects.get(name="Tenterclough Central Library").opening_words.count("\n") == 2
        assert Organisation.objects.get(name="Tenterclough Libraries").contacts.get().name == "Sandra"
        assert Picture.objects.count() == len(records("pictures"))
