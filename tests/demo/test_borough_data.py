"""The demonstration's borough: whole, true to the calendar and the map, and written by hand rather than by a rule.

Everything is read from the files as they ship. What is checked is what a person would stumble over: a place that is
not there, a first Tuesday on a Wednesday, a telephone number that might be somebody's, the same sentence twice.
"""

import csv
import json
import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import connector.demo
from cms.access import ABOUT_PEOPLE, GETTING_IN
from cms.schedule.exceptions import Exceptions
from cms.schedule.occurrences import occurrences
from cms.schedule.rhythm import WEEKDAYS, Rhythm
from cms.vocabulary.reader import read_vocabulary

DATA = Path(connector.demo.__file__).with_name("data")
THE_DAY = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
HOME = "ZM1 2SA"

KINDS = {"group", "activity", "place", "service", "volunteer_role", "offer", "visiting", "online"}
ACCESS = {*GETTING_IN, *ABOUT_PEOPLE}
AUDIENCES = {"anyone", "adults", "older", "young", "children", "families", "parents", "women", "men", "carers"}
PARTS = ("weekday morning", "weekday afternoon", "weekday evening", "weekend")
NOT_OUR_WORDS = re.compile(
    r"\b(clients?|service users?|deficits?|elderly|vulnerable|lonel\w+|isolat\w+|frail\w*|prescri\w+|"
    r"refer|refers|referred|referrals?)\b",
    re.IGNORECASE,
)
POSTCODE = re.compile(r"ZM[1-9] [1-9][ABD-HJLNP-UW-Z]{2}")
DRAMA_NUMBER = re.compile(r"01632 960 \d{3}")
EMAIL = re.compile(r"[a-z][a-z.]*@tenterclough\.example")


def rows(name: str) -> list[dict[str, Any]]:
    """One file of the demonstration, JSON or CSV, as a list of records."""
    text = (DATA / name).read_text(encoding="utf-8")
    return json.loads(text) if name.endswith(".json") else list(csv.DictReader(text.splitlines()))


WARDS = {row["code"]: row for row in rows("wards.json")}
POSTCODES = {row["postcode"]: row for row in rows("postcodes.csv")}
STREETS = rows("streets.csv")
PLACES = {row["key"]: row for row in rows("places.json")}
ORGANISATIONS = {row["key"]: row for row in rows("organisations.json")}
ASSETS = [asset for path in sorted(DATA.glob("assets-*.json")) for asset in rows(path.name)]
SESSIONS = [(asset, session) for asset in ASSETS for session in asset["sessions"]]


def each_of(held: Sequence[Any]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """One test that asks the same of every record, and names the record that fails."""

    def over(test: Callable[..., None]) -> Callable[[], None]:
        def every() -> None:
            assert held
            for one in held:
                record, *_ = parts = one if isinstance(one, tuple) else (one,)
                try:
                    test(*parts)
                except Exception as wrong:
                    wrong.add_note(f"This is {record['name']}.")
                    raise

        every.__name__, every.__doc__ = test.__name__, test.__doc__
        return every

    return over


each_asset = each_of(ASSETS)


def metres(one: dict[str, Any], other: dict[str, Any]) -> float:
    """Metres between two records with lat and lon, on a sphere (the haversine formula)."""
    a, b = (math.radians(float(row["lat"])) for row in (one, other))
    across = math.radians(float(other["lon"]) - float(one["lon"]))
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(across / 2) ** 2
    return 2 * 6_371_008.8 * math.asin(math.sqrt(half))


def rhythm_of(session: dict[str, Any]) -> Rhythm:
    """The session as the product's own rhythm, which refuses what does not hold together."""
    return Rhythm(
        kind=session["rhythm"],
        days=tuple(day[:2].upper() for day in session["days"]),
        weeks_of_month=tuple(session.get("week_of_month", ())),
        first=date.fromisoformat(session["first"]),
        until=date.fromisoformat(session["until"]) if session["until"] else None,
        start=time.fromisoformat(session["start"]),
        end=time.fromisoformat(session["end"]) if session["end"] else None,
    )


def words_of(asset: dict[str, Any]) -> list[str]:
    return re.findall(r"[\w']+", f"{asset['summary']} {asset['description']}".lower())


@cache
def interests_known() -> set[str]:
    return {word.lower() for held in read_vocabulary().concepts for word in (held.label, *held.alternative)}


def test_the_borough_has_six_wards_and_more_than_forty_places_and_at_least_250_assets() -> None:
    assert len(WARDS) == 6
    assert len(PLACES) > 40
    assert len(ASSETS) >= 250
    assert {asset["kind"] for asset in ASSETS} == KINDS
    assert len({asset["key"] for asset in ASSETS}) == len(ASSETS)


def test_every_file_keeps_one_record_to_a_line_and_no_file_is_long() -> None:
    for path in DATA.iterdir():
        lines = path.read_text(encoding="utf-8").splitlines()
        assert len(lines) <= 400, path.name
        if path.suffix == ".json" and isinstance(rows(path.name), list):
            assert all(json.loads(line.rstrip(",")) for line in lines[1:-1]), path.name


def test_postcodes_are_of_an_area_that_is_not_given_out_and_each_lies_in_a_ward() -> None:
    assert len(POSTCODES) >= 150
    assert {code[:3] for code in POSTCODES} == {f"ZM{number}" for number in range(1, 10)}
    assert min(Counter(code[:5] for code in POSTCODES).values()) >= 3
    for code, row in POSTCODES.items():
        assert POSTCODE.fullmatch(code), code
        assert row["ward"] in WARDS
        assert metres(row, {"lat": 53.735, "lon": -2.045}) < 3000, code


def test_streets_and_places_stand_where_their_postcode_says() -> None:
    for street in STREETS:
        assert POSTCODES[street["postcode"]]["ward"] == street["ward"], street
    names = {street["street"] for street in STREETS}
    for place in PLACES.values():
        held = POSTCODES[place["postcode"]]
        assert held["ward"] == place["ward"], place["key"]
        assert metres(held, place) < 30, place["key"]
        assert any(place["street"].endswith(name) for name in names), place["key"]
        assert len(place["directions"]) <= 250


def test_the_sewing_circle_is_two_streets_from_the_home_of_the_story() -> None:
    circle = next(asset for asset in ASSETS if asset["key"] == "weavers-fold-sewing-circle")
    assert 260 <= metres(POSTCODES[HOME], PLACES[circle["places"][0]]) <= 330
    session = circle["sessions"][0]
    assert (session["days"], session["start"], session["end"]) == (["mon", "wed", "fri"], "13:30", "15:30")
    assert circle["greeter"] == {"name": "Maureen", "words": "will call round first, or wait at the door"}
    access = PLACES[circle["places"][0]]["access"] | circle["access"]
    assert [access[key][0] for key in ("step_free", "chairs_with_arms", "toilet_with_rails")] == [
        "yes",
        "yes",
        "unknown",
    ]
    assert circle["confirmed"] == {"days_ago": 8, "by": "Maureen", "how": "telephone"}


@each_asset
def test_every_key_of_an_asset_leads_somewhere(asset: dict[str, Any]) -> None:
    assert asset["organisation"] is None or asset["organisation"] in ORGANISATIONS
    assert set(asset["places"]) <= set(PLACES)
    assert set(asset["areas"]) <= set(WARDS)
    assert asset["places"] or asset["areas"]
    assert all(session["place"] in (None, *asset["places"]) for session in asset["sessions"])
    assert (asset["kind"] == "online") == (asset["reach"] == "online")


@each_asset
def test_an_asset_fits_its_fields_and_is_written_at_a_readable_length(asset: dict[str, Any]) -> None:
    assert 0 < len(asset["summary"]) < 120
    assert 40 <= len(asset["description"].split()) <= 130
    assert set(asset["who_for"]["audience"]) <= AUDIENCES
    assert len(asset["who_for"]["words"]) <= 200
    assert len(asset["help_wanted"]) <= 200
    assert len(asset["cost"]["words"]) <= 120
    assert len((asset["greeter"] or {"words": ""})["words"]) <= 160
    assert asset["room"] in {"room", "few", "full", "waiting", "paused", "unknown"}


@each_of([*PLACES.values(), *ASSETS])
def test_access_is_one_of_four_answers_and_partly_says_what(held: dict[str, Any]) -> None:
    assert set(held["access"]) <= ACCESS
    for state, note in held["access"].values():
        assert state in {"yes", "no", "partly", "unknown"}
        assert note or state != "partly"
        assert len(note) <= 120


@each_asset
def test_interests_are_words_of_the_vocabulary(asset: dict[str, Any]) -> None:
    assert asset["interests"]
    assert {interest.lower() for interest in asset["interests"]} <= interests_known()


@each_of(SESSIONS)
def test_dates_are_real_days_of_the_session(asset: dict[str, Any], session: dict[str, Any]) -> None:
    rhythm = rhythm_of(session)
    days = [day[:2].upper() for day in session["days"]]
    assert WEEKDAYS[rhythm.first.weekday()] in days
    if rhythm.kind == "monthly":
        assert (rhythm.first.day - 1) // 7 + 1 in rhythm.weeks_of_month or -1 in rhythm.weeks_of_month
    called_off = [cancelled["date"] for cancelled in session["cancelled"]]
    for day in (date.fromisoformat(text) for text in [*session["closed"], *called_off]):
        since = datetime.combine(day, time(0, 1), UTC)
        found = occurrences(rhythm, Exceptions(), since=since, limit=1)
        assert found[0].start.date() == day, f"{asset['key']}: nothing to call off on {day}"


def test_two_or_more_sessions_are_called_off_around_the_turn_of_the_month() -> None:
    dates = [cancelled["date"] for _, session in SESSIONS for cancelled in session["cancelled"]]
    assert sum("2026-11-20" <= day <= "2026-12-31" for day in dates) >= 2


def test_every_ward_has_something_in_each_part_of_the_week() -> None:
    found = set()
    for asset, session in SESSIONS:
        places = [session["place"]] if session["place"] else asset["places"][:1]
        if asset["room"] == "paused" or not places:
            continue
        for held in occurrences(rhythm_of(session), Exceptions(), since=THE_DAY, limit=9, horizon_days=40):
            found.add((PLACES[places[0]]["ward"], part_of_week(held.start)))
    assert found == {(ward, part) for ward in WARDS for part in PARTS}


def part_of_week(start: datetime) -> str:
    if start.weekday() > 4:
        return "weekend"
    return PARTS[0] if start.hour < 12 else PARTS[1] if start.hour < 17 else PARTS[2]


def test_some_listings_are_stale_unsure_full_or_over() -> None:
    ages = [asset["confirmed"]["days_ago"] if asset["confirmed"] else None for asset in ASSETS]
    assert sum(age is None for age in ages) >= 3
    assert sum(age is not None and age >= 200 for age in ages) >= 3
    room = Counter(asset["room"] for asset in ASSETS)
    assert room["full"] >= 2
    assert room["paused"] >= 2
    over = {asset["key"] for asset, session in SESSIONS if session["until"] and session["until"] < "2026-11-24"}
    assert over
    assert {session["rhythm"] for _, session in SESSIONS} >= {"once", "weekly", "fortnightly", "monthly"}
    assert any(session["term_time"] for _, session in SESSIONS)


@each_of([*PLACES.values(), *ORGANISATIONS.values(), *ASSETS])
def test_nobody_real_can_be_rung_or_written_to(held: dict[str, Any]) -> None:
    contact = held.get("ask_for") or held
    assert contact.get("phone") is None or DRAMA_NUMBER.fullmatch(contact["phone"])
    assert contact.get("email") is None or EMAIL.fullmatch(contact["email"])
    text = json.dumps(held)
    assert len(re.findall(r"\d{5} \d{3}", text)) == len(DRAMA_NUMBER.findall(text))
    assert ".example" in (held.get("url") or ".example")


@each_asset
def test_only_first_names_and_no_offer_shows_whose_it_is(asset: dict[str, Any]) -> None:
    for named in (asset["ask_for"], asset["greeter"]):
        assert named is None or len(named["name"].split()) == 1
    if asset["kind"] == "offer":
        assert asset["ask_for"]["visibility"] == "internal"
        assert asset["greeter"] is None
        assert asset["places"] == []
        assert asset["ask_for"]["name"] not in f"{asset['name']} {asset['summary']} {asset['description']}"


@each_of([*WARDS.values(), *PLACES.values(), *ORGANISATIONS.values(), *ASSETS])
def test_nothing_is_said_in_words_that_we_do_not_use(held: dict[str, Any]) -> None:
    assert not NOT_OUR_WORDS.search(json.dumps(held, ensure_ascii=False))


def test_no_two_listings_share_six_words_in_a_row() -> None:
    owner: dict[tuple[str, ...], str] = {}
    for asset in ASSETS:
        words = words_of(asset)
        for at in range(len(words) - 5):
            run = tuple(words[at : at + 6])
            assert owner.setdefault(run, asset["key"]) == asset["key"], f"{' '.join(run)}: {asset['key']}"


def test_names_do_not_follow_a_pattern() -> None:
    names = [re.findall(r"[\w'’+]+", asset["name"].lower()) for asset in ASSETS]
    wards = {ward["name"].split()[0].lower() for ward in WARDS.values()}
    first, last = (Counter(name[at] for name in names) for at in (0, -1))
    assert {word: count for word, count in first.items() if count > (6 if word in wards else 4)} == {}
    assert {word: count for word, count in last.items() if count > 4} == {}
    assert len({tuple(name) for name in names}) == len(ASSETS)


def test_nobody_in_the_borough_has_thought_of_whippets_yet() -> None:
    told = " ".join(json.dumps(held) for held in [*ASSETS, *ORGANISATIONS.values(), *PLACES.values()]).lower()
    assert not re.search(r"whippet|lurcher|greyhound|sighthound", told)
    assert sum("dog walk" in asset["name"].lower() for asset in ASSETS) == 1


def test_there_is_a_room_a_minibus_kit_and_a_grant_to_borrow() -> None:
    assert {lent["kind"] for asset in ASSETS for lent in asset["lends"]} == {"room", "kit", "minibus", "grant"}
