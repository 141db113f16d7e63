"""What the borough answers first: the sewing circle for embroidery, and an honest word where there is nothing."""

from cms.geo.effort import STEPS, Way
from cms.geo.walking import PACES
from cms.models import Asset
from search.cards import cards_of
from search.finder import find
from search.questions import Question, SearchPage, Wishes
from search.types import Order
from tests.borough.case import NOW, WORKER, BoroughCase

STORY = "embroidery all around the room, home after a broken hip, her husband needs a break in the day"


def names(page: SearchPage) -> list[str]:
    found = dict(Asset.objects.filter(pk__in=[hit.asset_id for hit in page.hits]).values_list("pk", "name"))
    return [found[hit.asset_id] for hit in page.hits]


class FirstAnswers(BoroughCase):
    def test_the_story_finds_the_sewing_circle_first_with_its_reasons(self) -> None:
        page = self.match(STORY)
        assert names(page)[0] == "Weavers Fold Sewing Circle"
        sentences = [reason.sentence for reason in page.hits[0].reasons]
        assert sentences[:3] == [
            "Embroidery is what they do.",
            "That would give him a break of nearly two hours on Mondays, Wednesdays and Fridays.",
            "They meet three afternoons a week.",
        ]
        assert 290 <= (page.hits[0].distance_m or 0) <= 310

    def test_everyday_words_slips_and_trades(self) -> None:
        firsts = {
            "embroidery": "Weavers Fold Sewing Circle",
            "embroidary": "Weavers Fold Sewing Circle",
            "used to be a joiner": "Low Moor Men's Shed",
            "brass band": "Carding Hill Band, open practice",
        }
        assert {words: names(self.search(q=words))[0] for words in firsts} == firsts

    def test_where_there_is_nothing_the_closest_is_given_and_called_close(self) -> None:
        page = self.search(q="whippets")
        assert names(page)[0] == "Bank Top Dog Walk"
        assert page.hits[0].reasons[0].sentence == "It is about dogs, close to whippets."

    def test_somewhere_warm(self) -> None:
        page = self.search(q="somewhere warm with a cup of tea")
        for hit in page.hits[:3]:
            assert hit.reasons[0].facts["interest"] == "warm-space"
            assert (hit.distance_m or 0) < 500

    def test_nearest_first_among_what_was_asked_for(self) -> None:
        page = self.search(q="singing")
        same = [hit.distance_m for hit in page.hits if hit.reasons[0].facts.get("edge") == "same"]
        known = [metres for metres in same if metres is not None]
        assert len(known) > 1
        assert known == sorted(known)

    def test_an_offer_is_for_workers(self) -> None:
        offers = find(Question(kinds=frozenset({"offer"}), limit=50), viewer=WORKER, now=NOW)
        assert offers.total == Asset.objects.filter(kind="offer").count() > 0
        assert self.search(kind=["offer"]).total == 0

    def test_pages_never_repeat_or_drop_in_any_order(self) -> None:
        for order in Order:
            seen: list[int] = []
            total = find(Question(near=self.home, order=order), viewer=WORKER, now=NOW).total
            for offset in range(0, total, 7):
                question = Question(near=self.home, order=order, offset=offset, limit=7)
                seen += [hit.asset_id for hit in find(question, viewer=WORKER, now=NOW).hits]
            assert len(seen) == len(set(seen)) == total == Asset.objects.filter(live=True).count()

    def test_a_listing_withdrawn_since_the_index_looked_is_replaced_and_the_total_lowered(self) -> None:
        before = self.search(q="embroidery", limit=3)
        Asset.objects.filter(pk=before.hits[0].asset_id).update(live=False)
        after = self.search(q="embroidery", limit=3)
        assert len(after.hits) == 3
        assert after.total == before.total - 1
        assert [hit.asset_id for hit in after.hits[:2]] == [hit.asset_id for hit in before.hits[1:]]

    def test_wishes_are_heard(self) -> None:
        evenings = frozenset(f"{day}-evening" for day in "mon tue wed thu fri sat sun".split())
        page = self.match("loves to sing", slots=evenings)
        first = Asset.objects.get(pk=page.hits[0].asset_id)
        assert any(session.start.hour >= 17 for session in first.sessions.all())

    def test_a_card_and_its_reason_tell_the_same_minutes_however_one_goes(self) -> None:
        agreed = 0
        ways = [Way(travel, pace) for travel in STEPS for pace in PACES]
        for way in ways:
            question = Question(text=STORY, near=self.home, wishes=Wishes(way=way), limit=3)
            page = find(question, viewer=WORKER, now=NOW)
            for hit, card in zip(page.hits, cards_of(page, question, viewer=WORKER, now=NOW), strict=True):
                reached = [reason for reason in hit.reasons if reason.kind == "reach"]
                told = [(reason.facts["minutes"], reason.facts["travel"]) for reason in reached]
                assert card.distance is not None
                assert told in ([], [(card.distance.minutes, card.distance.travel)])
                agreed += len(told)
        assert agreed >= len(ways)

    def test_by_car_nothing_is_called_a_walk(self) -> None:
        page = self.match(STORY, way=Way("car"))
        assert not any("walk" in reason.sentence for hit in page.hits for reason in hit.reasons)
