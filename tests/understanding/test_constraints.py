"""What makes going possible, in many ways of saying it: times and what is left of a week, travel, access, company."""

import pytest

from search.leaning import free_slots
from search.types import DAYS, PARTS
from search.understanding.note import read_note
from search.understanding.reading import Reading
from search.vocabulary import Concept, Vocabulary
from tests.understanding.graph import GRAPH

# Long enough that no time counts by the note's shortness alone.
BEFORE = (
    "Visited at home with her niece. The kettle was on and the back door open, and she had a good deal to say of the "
    "new buses, the price of coal and the family over the road. We looked at the letters together and put them in a "
    "folder, and she asked me to thank the young man.\n"
)


def read(text: str) -> Reading:
    return read_note(text, GRAPH)


def labels(text: str, kind: str) -> list[str]:
    return [each.label for each in getattr(read(text), kind)]


@pytest.mark.parametrize(
    ("text", "left_out", "left"),
    [
        ("Not Mondays.", {"mon-morning", "mon-evening"}, {"tue-morning", "sun-evening"}),
        ("Any day except Thursday.", {"thu-afternoon"}, {"wed-afternoon"}),
        ("Can't do Tuesdays or Wednesdays.", {"tue-morning", "wed-morning"}, {"thu-morning"}),
        ("No evenings.", {"mon-evening", "sat-evening"}, {"mon-morning"}),
        ("Weekends are no good.", {"sat-morning", "sun-evening"}, {"fri-evening"}),
        ("Not before eleven.", set(), {"mon-evening"}),
        ("After 3, please.", {"mon-morning"}, {"mon-afternoon", "mon-evening"}),
        ("Before noon.", {"mon-afternoon"}, {"mon-morning"}),
        ("Best mornings, not Fri.", {"fri-morning", "mon-evening"}, {"mon-morning"}),
        ("Afternoons only.", {"mon-morning", "mon-evening"}, {"mon-afternoon"}),
        ("Up by 11, so afternoons.", {"mon-morning"}, {"mon-afternoon"}),
        ("Weds or Thurs mornings.", {"wed-evening", "fri-morning"}, {"wed-morning", "thu-morning"}),
        ("Mon to Wed.", {"thu-morning"}, {"mon-morning", "tue-evening", "wed-morning"}),
        ("Fri pm best.", {"fri-morning", "thu-afternoon"}, {"fri-afternoon"}),
        ("When the kids are at school.", {"sat-morning", "mon-evening"}, {"mon-morning"}),
        ("After work.", {"mon-morning"}, {"mon-evening"}),
        ("Her brother works nights, so it would have to be daytime.", {"mon-evening", "sat-morning"}, {"mon-morning"}),
        ("School hours.", {"sun-morning"}, {"tue-morning"}),
    ],
)
def test_what_is_left_of_the_week(text: str, left_out: set[str], left: set[str]) -> None:
    slots = free_slots(read(BEFORE + text))
    whole = slots or {f"{day}-{part}" for day in DAYS for part in PARTS}
    assert not left_out & whole
    assert left <= whole


@pytest.mark.parametrize(
    "text",
    [
        "Between naps.",
        "Term time only.",
        "After Friday prayers.",
        "Wants a couple of afternoons a week.",
        "Evenings suit, the shop shuts at five.",
        "Could come Saturdays.",
        "Prefers am.",
        "Nothing too early, not first thing.",
        "What days suit?\nThursday",
        "Not Sundays, chapel.",
    ],
)
def test_what_says_when(text: str) -> None:
    assert read(BEFORE + text).when


@pytest.mark.parametrize(
    "text",
    [
        "Review Tuesday.",
        "Nurse comes mornings and evenings.",
        "Not seen since Sunday.",
        "Fell on Monday, on the stairs.",
        "GP appointment Thurs am.",
        "After 4 weeks in hospital she was weak.",
        "Dialysis Mon, Wed and Fri.",
        "Chip shop every Friday.",
        "He sat in the sun.",
        "They wed in 1962.",
        "From Monday calls x4.",
        "Out of bed before 10 falls were logged.",
    ],
)
def test_what_says_nothing_of_when(text: str) -> None:
    """Nothing of a week: what the model takes for a time without knowing which has no slots."""
    assert not any(each.slots for each in read(BEFORE + text).when)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Sister's car.", "Somebody can drive them"),
        ("Her cousin can run her down.", "Somebody can drive them"),
        ("Pete'll drop him off.", "Somebody can drive them"),
        ("I could fetch her.", "Somebody can drive them"),
        ("Next door has a van.", "Somebody can drive them"),
        ("Never learned to drive, no car.", "No car"),
        ("I dinna drive.", "No car"),
        ("Gave up his licence in May.", "No longer drives"),
        ("How will you travel?\nBus", "By bus"),
        ("The 42 bus stops outside.", "By bus"),
        ("Nae buses after six.", "Not by bus"),
        ("Bus service has been cut.", "Not by bus"),
        ("Tube is fine.", "By tram or train"),
        ("Has a taxi card.", "By taxi"),
        ("Uses dial a bus.", "Community transport"),
        ("Volunteer driver needed.", "Community transport"),
        ("Adapted van with a tail lift.", "Needs an accessible vehicle"),
        ("Walks about ten minutes.", "Goes on foot"),
        ("Can't walk far.", "A short walk only"),
        ("Cannot cross the busy road.", "No busy road to cross"),
        ("On her scooter.", "By mobility scooter"),
        ("Needs picking up.", "Needs a lift"),
        ("Nothing too far away.", "Only close to home"),
        ("Tram stop over the road.", "By tram or train"),
        ("Freedom pass.", "Has a bus pass"),
    ],
)
def test_how_they_travel(text: str, label: str) -> None:
    assert label in labels(text, "travel")


@pytest.mark.parametrize(
    "text",
    [
        "Son drives a taxi.",
        "Carer will take her to the toilet.",
        "Daughter drives a bus for the council.",
        "Daughter will take her to hospital.",
        "He was a bus driver.",
        "Nurse can bring her meds.",
        "It drives him mad.",
    ],
)
def test_what_says_nothing_of_travel(text: str) -> None:
    assert "Somebody can drive them" not in labels(text, "travel")
    assert "By bus" not in labels(text, "travel")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Powerchair user.", "Uses a wheelchair"),
        ("Walks with two sticks.", "Uses a stick or crutches"),
        ("On a frame outdoors.", "Uses a walking frame"),
        ("Three steps at most.", "Needs step-free access"),
        ("Cannae do stairs.", "Needs step-free access"),
        ("Wider door needed.", "Needs wide doors"),
        ("Must have a loo nearby.", "Needs a toilet close by"),
        ("Sits by the exit.", "A seat near the door"),
        ("Hearing loop please.", "Hard of hearing"),
        ("White cane.", "Uses a long cane"),
        ("Comes with her guide dog.", "Has a guide dog"),
        ("Info in large print.", "Needs large print"),
        ("Send it in braille.", "Needs to hear it, not read it"),
        ("Can't sit for long.", "Cannot sit for long"),
        ("Cannot stand long.", "Needs a chair with arms"),
        ("Keeps her legs raised.", "Needs to put their legs up"),
        ("Somewhere calmer.", "Needs quiet"),
        ("Rooms that echo upset her.", "Needs quiet"),
        ("Room for a buggy.", "Room for a pram or buggy"),
        ("Somewhere to feed the baby.", "Somewhere to feed a baby"),
        ("Portable oxygen with her.", "Brings oxygen"),
        ("Changing bench wherever she goes.", "Needs a changing place"),
        ("Blue badge.", "Needs parking close by"),
        ("Wants letters read aloud.", "Needs to hear it, not read it"),
        ("Pushchair must fit, pushchair needs space.", "Room for a pram or buggy"),
        ("BSL user.", "Uses British Sign Language"),
    ],
)
def test_what_they_need_to_get_in(text: str, label: str) -> None:
    assert label in labels(text, "access")


@pytest.mark.parametrize(
    "text",
    [
        "Commode by the bed, bed lever, perching stool and bath board in place.",
        "Profiling bed, riser recliner.",
        "Photo frame on the shelf.",
        "He sticks to his guns.",
        "Front access 2 steps with rail.",
        "Hoist sling broken.",
        "Reads the paper in Polish.",
        "Blue badge form sent.",
    ],
)
def test_what_says_nothing_of_access(text: str) -> None:
    assert labels(text, "access") == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Would like somebody to go with her.", "Not on their own"),
        ("Won't turn up on his own.", "Not on their own"),
        ("Carer with him.", "Not on their own"),
        ("Keyworker until he knows people.", "Not on their own"),
        ("Woman to walk in with her.", "Not on their own"),
        ("Her niece would go along.", "Somebody would go with them"),
        ("Comes with his brother.", "Somebody would go with them"),
        ("He'd go if I came too.", "Somebody would go with them"),
        ("Somebody who speaks Tamil.", "Somebody who speaks their language"),
        ("Arabic-speaking group.", "Somebody who speaks their language"),
        ("Not a big group.", "Small groups"),
        ("1:1 to begin.", "One to one, or side by side"),
        ("Could we have one to one for now?", "One to one, or side by side"),
        ("No groups, the noise.", "Not one for groups"),
        ("She does not want mixed groups.", "Women only"),
        ("A hall full of strangers frightens her.", "Would know nobody there"),
        ("Her aunt along the first time.", "Somebody would go with them"),
        ("Ladies only.", "Women only"),
        ("Just men.", "Men only"),
        ("Wants to meet girls her own age.", "People of their own age"),
    ],
)
def test_in_what_company(text: str, label: str) -> None:
    assert label in labels(text, "company")


@pytest.mark.parametrize(
    "text", ["Lives with her husband.", "Does not live alone.", "Talks to the cat.", "Do you want someone with you?"]
)
def test_what_says_nothing_of_company(text: str) -> None:
    assert labels(text, "company") == []


@pytest.mark.parametrize(
    ("text", "gift"),
    [
        ("He'd hang doors for anybody.", "hang doors"),
        ("She wld plait hair at the youth club.", "plait hair"),
        ("Would sweep the hall for nothing.", "sweep the hall"),
        ("Could teach crochet from her wheelchair.", "teach crochet"),
        ("Stitched curtains. Could still darn socks.", "darn socks"),
        ("Can you share anything?\nSkills: Urdu", "Urdu"),
    ],
)
def test_gifts_of_any_verb(text: str, gift: str) -> None:
    assert gift in [said.words for said in read(text).gifts]


@pytest.mark.parametrize(
    "text",
    [
        "Can tell a wren from a robin.",
        "Can tell the time.",
        "Would like to go to the shops.",
        "Would be good for her to get out to others.",
        "She used to embroider cushions.",
        "Skills: none",
        "Carers could wash his hair for him.",
    ],
)
def test_what_is_no_gift(text: str) -> None:
    assert read(text).gifts == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [("Could hem curtains for folk.", ""), ("Could bake for the old songs evening.", "baking")],
)
def test_for_whom_it_is_names_no_gift(text: str, code: str) -> None:
    songs = Concept("folk", "Folk songs", ("folk",))
    (said,) = read_note(text, Vocabulary({**GRAPH.concepts, "folk": songs})).gifts
    assert said.code == code
