"""What a listing's page says to somebody who has not been there: prices, whom it is for, staying, the first time."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from cms.models import AccessFact, Asset, Kind, PictureRendition
from tests.cms.test_listing_page import words
from tests.factories.assets import AssetAccessFactory, AssetAreaFactory, AssetFactory, CostOptionFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.pictures import PictureFactory
from tests.factories.places import PlaceAccessFactory, PlaceFactory
from tests.factories.schedules import SessionFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 8, 20, tzinfo=UTC)


def page(asset: Asset) -> str:
    return Client().get(asset.get_absolute_url()).content.decode()


class TestWords:
    def test_a_limit_stands_with_its_reason(self) -> None:
        asset = AssetFactory(who_for="Women", only_for="women", only_for_reason="Many would not come to a mixed class")
        assert "Women. Only for women. Many would not come to a mixed class." in words(asset)

    def test_what_it_is_like_there(self) -> None:
        asset = AssetFactory(level="beginners", usual_least=8, usual_most=12, mood="quiet")
        assert "Right for beginners. Usually 8 to 12 people. It is quiet." in words(asset)

    def test_staying_and_company_are_said_with_whom_it_is_for_and_unknown_stays_unknown(self) -> None:
        asset = AssetFactory()
        for subject, state in (("stay_without_carer", "yes"), ("help_in_toilet", "unknown"), ("come_alone", "yes")):
            AssetAccessFactory(asset=asset, subject=subject, state=state)
        text = words(asset)
        assert "You can stay without your carer Fine to come on your own" in text
        assert "Help in the toilet: not known" in text  # beside what else is not known, once
        assert text.index("who it is for") < text.index("You can stay")
        assert "bring home" not in text

    def test_the_way_onto_a_list(self) -> None:
        asset = AssetFactory(room="waiting", waiting_words="about six weeks", waiting_how="Ring Sandra")
        assert "There is a waiting list. The wait: about six weeks. Ring Sandra." in words(asset)

    def test_a_wait_that_is_over_is_not_told(self) -> None:
        assert "six weeks" not in words(AssetFactory(room="room", waiting_words="about six weeks"))

    def test_the_first_time_as_the_group_tells_it(self) -> None:
        asset = AssetFactory(
            greeter_name="Maureen",
            greeter_words="waits at the door",
            first_happens="Sit where you like\nTea is at half past two.",
            first_bring="nothing",
            first_door="Round the back",
        )
        text = words(asset)
        assert "The first time Maureen waits at the door. Sit where you like. Tea is at half past two." in text
        assert "What to bring. nothing." in text
        assert "The door. Round the back." in text
        assert "Both are fine" not in text

    def test_areas_that_it_serves(self) -> None:
        asset = AssetFactory(at=[PlaceFactory()])
        AssetAreaFactory(asset=asset, area__name="Low Moor")
        AssetAreaFactory(asset=asset, area__name="Bank Top")
        assert "For people in Bank Top, Low Moor." in words(asset)


class TestCost:
    def test_several_prices_are_told_each(self) -> None:
        asset = AssetFactory(cost="paid", cost_pence=400)
        CostOptionFactory(asset=asset, pence=400)
        CostOptionFactory(asset=asset, label="Under 16", pence=0)
        CostOptionFactory(asset=asset, label="The whole year", pence=3000, per="year")
        assert "Cost £4 Under 16: free The whole year: £30 a year" in words(asset)

    def test_the_words_of_the_group_stand_for_what_everybody_pays(self) -> None:
        asset = AssetFactory(cost="paid", cost_pence=200, cost_words="£2, tea included")
        CostOptionFactory(asset=asset, pence=200)
        CostOptionFactory(asset=asset, label="If that is a worry", pence=0, concession=True)
        assert "Cost £2, tea included If that is a worry: free" in words(asset)

    def test_a_draft_that_is_published_sums_up_its_prices(self) -> None:
        asset = AssetFactory(cost="unknown")
        CostOptionFactory(asset=asset, pence=350)
        CostOptionFactory(asset=asset, pence=100, concession=True)
        Asset.objects.get(pk=asset.pk).save_revision().publish()
        asset.refresh_from_db()
        assert (asset.cost, asset.cost_pence) == ("paid", 350)

    def test_one_without_prices_keeps_what_it_says(self) -> None:
        asset = AssetFactory(cost="donation")
        asset.save_revision().publish()
        asset.refresh_from_db()
        assert asset.cost == "donation"


class TestLinks:
    def test_who_runs_it_and_where_lead_to_their_pages(self) -> None:
        runs, place = OrganisationFactory(name="The Fold"), PlaceFactory(name="Mill Hall")
        html = page(AssetFactory(organisation=runs, at=[place]))
        assert f'<a href="/organisations/{runs.uuid}/">The Fold</a>' in html
        assert f'<a href="/places/{place.uuid}/">Mill Hall</a>' in html

    def test_a_draft_of_one_is_no_link(self) -> None:
        runs = OrganisationFactory(name="The Fold", live=False)
        assert f"/organisations/{runs.uuid}/" not in page(AssetFactory(organisation=runs))


class TestPlaceAsAnAsset:
    def test_it_says_what_its_place_says(self) -> None:
        place = PlaceFactory(opening_words="Weekdays, 9am to 5pm", picture=PictureFactory(description="The mill."))
        PlaceAccessFactory(place=place, subject=AccessFact.Subject.HEARING_LOOP)
        asset = AssetFactory(kind=Kind.PLACE, at=[place])
        text = words(asset)
        assert "When next Weekdays, 9am to 5pm" in text
        assert "Hearing loop" in text
        assert 'alt="The mill."' in page(asset)

    def test_a_group_in_it_has_times_of_its_own(self) -> None:
        asset = AssetFactory(at=[PlaceFactory(opening_words="Weekdays, 9am to 5pm")])
        assert "Times: not known" in words(asset)


class TestPictures:
    def test_one_is_shown_in_two_sizes_with_its_words_and_served_bare(self) -> None:
        asset = AssetFactory(picture=PictureFactory(description="Reels <of> thread."))
        html = page(asset)
        assert 'alt="Reels &lt;of&gt; thread."' in html
        rendition = PictureRendition.objects.first()
        answer = Client().get(rendition.url)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "image/webp"
        assert "immutable" in answer["Cache-Control"]
        assert b"".join(answer.streaming_content)[8:12] == b"WEBP"

    def test_an_original_is_given_to_nobody(self) -> None:
        picture = PictureFactory()
        assert Client().get(picture.file.url).status_code == 404
        name = picture.file.name.rsplit("/", 1)[-1]
        assert Client().get(f"/media/images/{name}").status_code == 404
        assert Client().get("/media/images/..%2foriginal_images%2fx.jpg").status_code == 404

    def test_one_without_words_is_not_shown(self) -> None:
        assert "<img" not in page(AssetFactory(picture=PictureFactory(description=" ")))

    def test_one_whose_file_is_gone_does_no_harm(self) -> None:
        picture = PictureFactory()
        picture.file.storage.delete(picture.file.name)
        assert "<img" not in page(AssetFactory(picture=picture))

    def test_a_rendition_whose_file_is_gone_is_not_found(self) -> None:
        rendition = PictureFactory().get_rendition("max-20x20")
        rendition.file.storage.delete(rendition.file.name)
        assert Client().get(rendition.url).status_code == 404


class TestForOthers:
    @pytest.fixture
    def circle(self) -> Asset:
        place = PlaceFactory(name="Mill Hall", address="2 Mill Street", postcode="TC1 1AA")
        asset = AssetFactory(name="Sewing", cost="free", at=[place], organisation=OrganisationFactory(name="The Fold"))
        SessionFactory(asset=asset, cancelled={"2026-12-01": "boiler"})
        return asset

    def told(self, asset: Asset) -> dict[str, Any]:
        with time_machine.travel(NOW, tick=False):
            answer = Client().get(f"/api/assets/{asset.uuid}/schema.org")
        assert answer["Content-Type"] == "application/ld+json"
        return json.loads(answer.content)

    def test_its_next_dates_are_events(self, circle: Asset) -> None:
        first, second = self.told(circle)["@graph"][1:3]
        assert first["startDate"] == "2026-11-24T13:30:00+00:00"
        assert (first["location"]["name"], first["location"]["address"]["postalCode"]) == ("Mill Hall", "TC1 1AA")
        assert first["isAccessibleForFree"] is True
        assert first["organizer"]["name"] == "The Fold"
        assert [each["eventStatus"].rsplit("/", 1)[1] for each in (first, second)] == [
            "EventScheduled",
            "EventCancelled",
        ]

    def test_a_page_leads_there(self, circle: Asset) -> None:
        assert f'type="application/ld+json" href="/api/assets/{circle.uuid}/schema.org"' in page(circle)

    def test_one_without_dates_is_what_it_is(self) -> None:
        told = self.told(AssetFactory(kind=Kind.SERVICE, name="Dial-a-Ride"))
        assert (told["@type"], told["name"]) == ("Service", "Dial-a-Ride")

    def test_what_the_public_may_not_see_is_not_there(self) -> None:
        assert Client().get(f"/api/assets/{AssetFactory(offer=True).uuid}/schema.org").status_code == 404
