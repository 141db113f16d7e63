"""The results page over the whole borough: one box, facets, chips, rescue, paging, addresses. As a resident sees it."""

import re
from datetime import timedelta
from html import unescape
from itertools import permutations
from typing import Any

import pytest
import time_machine
from django.http import QueryDict

from cms.visibility import PUBLIC
from search.addresses import Address
from search.filters import SearchFilters
from search.rescue import count_at
from tests.borough.case import NOW, BoroughCase

pytestmark = pytest.mark.wide
# Words that are in one form or another on every kind of page: many, few, none.
QUERIES = (
    "q=whippets&near=ZM1&radius=1+mile&cost=free&day=mon",
    "q=embroidery&access=changing_place&access=hearing_loop&time=evening",
    "q=yoga+on+tuesday+evening&near=ZM1&radius=1+mile",
    "q=badminton+near+ZM1&kind=place",
    "q=zzzzzz&near=ZM1",
    "interest=embroidery&day=sat&fresh=month&who=carers",
    "q=brass+bands+in+Weavers+Fold&day=sun&time=morning",
)


@time_machine.travel(NOW, tick=False)
class TestSearchPage(BoroughCase):
    def context(self, address: str) -> Any:
        path = address if address.startswith("/") else f"/search/?{address}"
        response = self.client.get(path)
        assert response.status_code == 200
        return response.context

    def names(self, address: str) -> list[str]:
        return [card.name for card in self.context(address)["cards"]]

    def test_a_place_in_the_words_is_the_place(self) -> None:
        for words in ("embroidery near ZM1 2SA", "embroidery ZM1 2SA", "Embroidery in Weavers Fold"):
            found = self.context(f"q={words}")
            assert "near" in found["heading"], words
            assert found["heard"][0][0].startswith("We took “"), words
        assert self.names("q=embroidery near ZM1 2SA") == self.names("q=embroidery&near=ZM1 2SA")

    def test_what_was_read_out_of_the_words_can_be_undone(self) -> None:
        found = self.context("q=embroidery+near+ZM1&cost=free")
        ((_, _, undo),) = found["heard"]
        undone = self.context(undo)
        assert undone["heard"] == []
        assert "near" not in undone["heading"].replace("near ZM1”", "")
        assert "cost=free" in undo

    def test_a_place_that_was_chosen_goes_first(self) -> None:
        assert "near ZM1 2SA" in self.context("q=embroidery in Sale&near=ZM1 2SA")["heading"]

    def test_what_is_no_place_stays_a_word(self) -> None:
        for words in ("reading", "in the garden", "rugby", "bath", "an interest in reading"):
            assert self.context(f"q={words}")["heard"] == [], words

    def test_near_me_asks_where_that_is(self) -> None:
        found = self.context("q=choir near me")
        assert found["near_me"]
        assert "near me" not in found["heading"]
        assert not self.context("q=choir near me&near=ZM1")["near_me"]

    def test_a_place_given_by_a_browser_is_shown_as_its_sector(self) -> None:
        found = self.context("q=choir&near=53.4246,-2.3222")
        assert re.fullmatch(r"M33 \d", found["near"])
        assert "53.4" not in found["heading"]

    def test_a_time_in_the_words_narrows(self) -> None:
        found = self.context("q=sewing in the day")
        assert found["heard"][0][0] == "Only what is on then: in the day."
        assert found["count"] < self.context(found["heard"][0][2])["count"]

    def test_a_time_at_which_nothing_is_known_is_let_go_and_told(self) -> None:
        found = self.context("q=brass band on a sunday evening")
        assert found["count"] > 0
        assert found["heard"][0][0].startswith("Nothing that we know of is on then: Sunday evenings.")

    def test_a_slip_is_put_right_and_the_words_as_typed_can_be_had(self) -> None:
        found = self.context("q=embroidary")
        assert found["spelling"]["read"] == "embroidery"
        assert found["heading"] == f"{found['count']} things for “embroidery”"
        typed = self.context(found["spelling"]["url"])
        assert (typed["spelling"], typed["count"]) == (None, found["spelling"]["count"])

    def test_every_count_of_the_panel_is_what_following_it_shows(self) -> None:
        for query in ("q=sewing&near=ZM1&time=afternoon&cost=few", "kind=group&access=step_free&day=tue&day=wed"):
            found = self.context(query)
            address = Address.of(QueryDict(query), SearchFilters.of(QueryDict(query)))
            for group in found["groups"]:
                for option in (option for option in group.options if option.count is not None):
                    kept = address if group.name == "access" else address.without(group.name)
                    followed = kept.adding(group.name, option.value)
                    assert count_at(followed, viewer=PUBLIC, now=NOW) == option.count, (query, group.name, option)

    def test_what_is_chosen_is_shown_at_nought_and_can_be_taken_off(self) -> None:
        found = self.context("q=embroidery&day=sun&time=evening&access=changing_place")
        options = {option.value: option for group in found["groups"] for option in group.options}
        assert options["changing_place"].chosen
        assert [label for label, _ in found["chosen"]] == ["Sunday", "Evening", "Changing place with hoist"]
        for label, url in found["chosen"]:
            assert label not in [left for left, _ in self.context(url)["chosen"]]

    def test_every_offer_shows_what_it_promises(self) -> None:
        offers = 0
        for query in QUERIES:
            found = self.context(query)
            assert found["count"] < 3 or not found["tries"], query
            for label, url, words in found["tries"]:
                offers += 1
                followed = self.context(url)
                assert words == ("1 thing" if followed["count"] == 1 else f"{followed['count']} things"), (query, label)
                assert followed["count"] > found["count"], (query, label)
        assert offers > 12

    def test_a_broader_interest_is_offered(self) -> None:
        found = self.context("q=whippets&near=ZM1&access=changing_place&day=mon&time=evening")
        assert any(label.startswith("Anything to do with") for label, _, _ in found["tries"])

    def test_who_looks_for_ways_to_help_is_told_how_many(self) -> None:
        assert re.fullmatch(r"\d+ ways to lend a hand", self.context("kind=volunteer_role")["heading"])
        assert re.fullmatch(r"\d+ things to do", self.context("kind=group")["heading"])

    def test_one_state_has_one_address(self) -> None:
        fields = ("q=sewing", "near=ZM1", "day=wed", "day=mon", "cost=few", "utm_source=x", "limit=10", "kind=")
        addresses = {self.context("&".join(order))["canonical"] for order in list(permutations(fields))[::7000]}
        assert addresses == {"/search/?q=sewing&near=ZM1&day=mon&day=wed&cost=few"}
        assert self.context("free=true")["canonical"] == "/search/?cost=free"
        assert self.context("cost=free&cost=free&offset=0&day=someday")["canonical"] == "/search/?cost=free"

    def test_every_address_gives_the_same_again(self) -> None:
        for query in QUERIES:
            found = self.context(query)
            again = self.context(found["canonical"])
            assert again["canonical"] == found["canonical"]
            assert again["heading"] == found["heading"]
            assert [card.name for card in again["cards"]] == [card.name for card in found["cards"]]

    def test_pages_neither_repeat_nor_drop(self) -> None:
        for query in ("", "q=tea", "near=ZM1", "q=music near ZM1", "order=soonest&cost=free"):
            found = self.context(query)
            seen = [card.uuid for card in found["cards"]]
            total, url = found["count"], found["next_url"]
            while url:
                page = self.context(url)
                seen += [card.uuid for card in page["cards"]]
                assert page["count"] == total
                url = page["next_url"]
            assert len(seen) == len(set(seen)) == total, query

    def test_changing_a_choice_goes_back_to_the_first_page(self) -> None:
        found = self.context("q=tea&cost=free&offset=10")
        assert all("offset" not in url for _, url in found["chosen"])

    def test_the_page_works_as_a_plain_form(self) -> None:
        text = unescape(self.client.get("/search/?q=tea&day=mon&order=soonest&undo=place").content.decode())
        assert re.search(r'<input type="checkbox" name="day" value="mon" checked>', text)
        assert '<input type="hidden" name="order" value="soonest">' in text
        assert '<input type="hidden" name="undo" value="place">' in text
        assert (
            '<link rel="canonical" href="http://127.0.0.1:8000/search/?q=tea&day=mon&order=soonest&undo=place">' in text
        )

    def test_freshness_moves_with_the_day(self) -> None:
        before = self.context("fresh=month")["count"]
        with time_machine.travel(NOW + timedelta(days=25), tick=False):
            assert self.context("fresh=month")["count"] < before
