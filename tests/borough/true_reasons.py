"""Every reason of the first ten answers to twenty notes, derived again from the rows; reasons tell answers apart."""

from collections import Counter
from datetime import time

from geopy.distance import great_circle

from cms.models import AccessFact, Asset, AssetInterest
from cms.schedule.slots import weekly_slots
from cms.sessions import rhythm_of
from search.interests import vocabulary
from search.questions import Hit
from search.reasons import Reason
from search.stems import stems
from search.vocabulary import Vocabulary
from tests.borough.case import BoroughCase

NOTES = (
    "embroidery all around the room, home after a broken hip, her husband needs a break in the day",
    "used to be a joiner and can't sit still",
    "sang in the chapel choir as a girl, would love to sing again",
    "mad about dogs, had whippets",
    "played cornet in a brass band",
    "likes a game of dominoes and a laugh",
    "grew dahlias, misses the allotment",
    "wants somewhere warm with a cup of tea",
    "new mum with a baby",
    "would like to practise English",
    "good with computers, could show others",
    "reads a lot of crime novels",
    "walks every morning, would walk with others",
    "used to swim, women only would suit",
    "plays chess, evenings",
    "bored teenager, loves gaming and drawing",
    "cooked in the army, likes feeding people",
    "fixes bikes and clocks",
    "interested in local history and old photographs",
    "lost her husband, eats alone",
)
PARTS = {"morning": (time(0), time(12)), "afternoon": (time(12), time(17)), "evening": (time(17), time(23, 59))}


class TrueReasons(BoroughCase):
    def test_each_reason_stands_on_the_rows(self) -> None:
        checked: Counter[str] = Counter()
        words = vocabulary()
        for note in NOTES:
            for hit in self.match(note, access=frozenset({"step_free"})).hits:
                asset = Asset.objects.get(pk=hit.asset_id)
                for reason in hit.reasons:
                    assert self._holds(reason, asset, hit, words), (note, asset.name, reason.sentence, reason.facts)
                    checked[reason.kind] += 1
        assert {"interest", "time", "reach", "access"} <= checked.keys()

    def test_at_most_three_of_ten_carry_the_same_set(self) -> None:
        for note in NOTES:
            hits = self.match(note).hits
            sets = Counter(frozenset(reason.sentence for reason in hit.reasons) for hit in hits)
            assert not hits or max(sets.values()) <= 3, (note, sets.most_common(1))

    def _holds(self, reason: Reason, asset: Asset, hit: Hit, words: Vocabulary) -> bool:
        facts = dict(reason.facts)
        return {
            "interest": self._meets,
            "words": self._mentions,
            "time": self._meets_then,
            "reach": lambda asset, facts: self._is_there(asset, facts),
            "access": lambda asset, facts: _access(asset, facts["subject"]) == facts["state"] == "yes",
            "break": self._gives_a_break,
            "greeter": lambda asset, facts: bool(asset.greeter_name or asset.greeter_words),
            "help": lambda asset, facts: facts["wanted"] == asset.help_wanted != "",
            "gift": self._asks_for,
            "free": lambda asset, facts: asset.cost == Asset.Cost.FREE,
        }[reason.kind](asset, facts)

    def _meets(self, asset: Asset, facts: dict) -> bool:
        if facts["edge"] != "same" and facts["meets"] not in {
            near.code for near in vocabulary().near(facts["interest"])
        }:
            return False
        if facts["shown_by"] == "text":
            return self._holds_words(asset, facts["words"])
        state = {"tag": AssetInterest.State.CONFIRMED, "suggested": AssetInterest.State.SUGGESTED}[facts["shown_by"]]
        return asset.asset_interests.filter(interest__code=facts["meets"], state=state).exists()

    def _mentions(self, asset: Asset, facts: dict) -> bool:
        return self._holds_words(asset, facts["said"])

    def _holds_words(self, asset: Asset, phrase: str) -> bool:
        labels = " . ".join(row.interest.label for row in asset.asset_interests.select_related("interest"))
        runner = asset.organisation.name if asset.organisation else ""
        text = " . ".join(
            [
                asset.name,
                asset.summary,
                asset.description,
                asset.who_for,
                asset.help_wanted,
                labels,
                runner,
                *asset.audience,
            ]
        )
        return f" {' '.join(stems(phrase))} " in f" {' '.join(stems(text))} "

    def _meets_then(self, asset: Asset, facts: dict) -> bool:
        slots = set().union(*(weekly_slots(rhythm_of(session)) for session in asset.sessions.all()))
        return bool(facts["slots"]) and set(facts["slots"]) <= slots

    def _asks_for(self, asset: Asset, facts: dict) -> bool:
        if facts["wanted"]:
            return asset.help_wanted.startswith(facts["wanted"]) and bool(
                {*stems(facts["said"])} & {*stems(facts["wanted"])}
            )
        return asset.kind == "volunteer_role" and asset.asset_interests.filter(interest__code=facts["meets"]).exists()

    def _gives_a_break(self, asset: Asset, facts: dict) -> bool:
        rhythms = [rhythm_of(session) for session in asset.sessions.all()]
        long = [r.length.total_seconds() // 60 for r in rhythms if r.length and facts["slot"] in weekly_slots(r)]
        spent = 2 * facts["way_minutes"]
        stays = _access(asset, "stay_without_carer") != AccessFact.State.NO
        return stays and max(long) == facts["session_minutes"] and 0 <= max(long) - spent - facts["minutes"] < 5

    def _is_there(self, asset: Asset, facts: dict) -> bool:
        if "metres" not in facts:
            return asset.reach in {Asset.Reach.AREA, Asset.Reach.ONLINE, Asset.Reach.VISITING}
        places = [row.place for row in asset.asset_places.all()] + [s.place for s in asset.sessions.all() if s.place]
        home = (self.home.lat, self.home.lon)
        nearest = min(great_circle(home, (place.lat, place.lon)).m for place in places)
        return abs(nearest - facts["metres"]) <= 1


def _access(asset: Asset, subject: str) -> str:
    own = {fact.subject: fact.state for fact in asset.access_facts.all()}
    if subject in own:
        return own[subject]
    place = asset.asset_places.first()
    states = {fact.subject: fact.state for fact in place.place.access_facts.all()} if place else {}
    return states.get(subject, AccessFact.State.UNKNOWN)
