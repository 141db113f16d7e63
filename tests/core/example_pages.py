"""Every page with example data, at addresses of its own: what the page tests and the browser look at.

The views that fill these pages for real live in several packages; here a page is its template and its documented
context, so that markup, size and accessibility are tested without a catalogue behind them.
"""

from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from cms.cards import AccessLine, Card, ContactLine, DateLabel, Distance, Segment
from cms.visibility import Viewer
from connector import urls as product

UUID = "00000000-0000-4000-8000-00000000000{}"


def said(*pieces: str) -> tuple[Segment, ...]:
    """A sentence; pieces that begin with * came from what somebody told us."""
    return tuple(Segment(piece.lstrip("*"), said=piece.startswith("*")) for piece in pieces)


SEWING = Card(
    uuid=UUID.format(1),
    url="/listings/example/",
    name="Weavers Fold Sewing Circle",
    kind="group",
    what="Sewing, embroidery and mending, with a brew. Nine or so most days.",
    dates=(
        DateLabel("Wed 25 Nov", "1.30 to 3.30pm", relative="Tomorrow"),
        DateLabel("Fri 27 Nov", "1.30 to 3.30pm"),
    ),
    when="Wed 25 and Fri 27 Nov, 1.30pm",
    distance=Distance(300, 4, "4 minutes’ walk"),
    place="Carder Street Community Centre",
    place_note="two streets away",
    greeter_name="Maureen",
    greeter_words="will call round first, or wait at the door",
    cost="£2, tea included",
    because=said(
        "*embroidery", " is what they do, and three afternoons a week would give ", "*her husband", " his break."
    ),
    access=(
        AccessLine("yes", "Step-free"),
        AccessLine("yes", "Chairs with arms"),
        AccessLine("unknown", "Toilet with rails: not known"),
    ),
    freshness="Maureen said this was right on 16 November.",
    kept=True,
)
STORY = replace(
    SEWING,
    uuid=UUID.format(2),
    name="Stitch and Story",
    what="Bring your sewing to the library; somebody reads aloud.",
    dates=(DateLabel("Thu 26 Nov", "10.30 to noon"), DateLabel("Thu 3 Dec", "10.30 to noon", off=True, why="Closed")),
    when="Thu 26 Nov and 3 Dec, 10.30am",
    distance=Distance(850, 11, "11 minutes’ walk"),
    place="Fleece Bridge Library",
    place_note="level all the way",
    greeter_name="",
    greeter_words="",
    ask_for=ContactLine("Sandra", "at the desk", "01632 960 027", role_after=" at the desk"),
    cost="Free",
    because=said("you can bring ", "*embroidery", ", and it is ", "*in the day", ", but once a week only."),
    freshness="The library runs this, and it ran last Thursday.",
    kept=False,
)
QUILTERS = replace(
    SEWING,
    uuid=UUID.format(3),
    name="Low Moor Quilters",
    what="Quilting round one big frame. They pass it on as they go.",
    dates=(DateLabel("Mon 30 Nov", "1 to 3pm"), DateLabel("Mon 7 Dec", "1 to 3pm")),
    when="Mon 30 Nov and 7 Dec, 1pm",
    distance=Distance(1100, 14, "14 minutes’ walk"),
    place="St Hilda’s Hall",
    place_note="or three stops on the 43 bus",
    greeter_name="Jean",
    greeter_words="will look out for you at the door.",
    cost="£1.50",
    because=said("quilting is close to ", "*embroidery", ", and they want someone to teach hand stitches."),
    access=(AccessLine("partly", "Two steps, with a rail"), AccessLine("no", "No hearing loop")),
    freshness="Not confirmed since March. Ring before you go.",
    stale=True,
    kept=False,
)
FAR = replace(
    QUILTERS,
    uuid=UUID.format(4),
    name="Carding Hill Embroiderers’ Guild, the Thursday evening branch",
    dates=(),
    when="",
    distance=Distance(5200, None, "about 3 miles"),
    greeter_name="",
    ask_for=None,
    because=(),
    access=(),
    cost="",
    freshness="We have not met them yet.",
    stale=False,
    met=False,
)
CARDS = (SEWING, STORY, QUILTERS)


@dataclass(frozen=True)
class Chip:
    label: str
    said: str
    code: str
    kind: str = "interest"
    on: bool = True


@dataclass(frozen=True)
class ChipGroup:
    heading: str
    chips: tuple[Chip, ...]


class MatchForm(forms.Form):
    """As the match page documents it."""

    note = forms.CharField(widget=forms.Textarea)
    near = forms.CharField(
        required=False, label="Where do they live?", help_text="A postcode, or the first half of one."
    )
    how_far = forms.ChoiceField(
        required=False,
        label="How far would they go?",
        widget=forms.RadioSelect,
        choices=[("15", "15 minutes"), ("30", "Half an hour")],
    )
    travel = forms.ChoiceField(
        required=False,
        label="How do they travel?",
        widget=forms.RadioSelect,
        choices=[("foot", "On foot"), ("bus", "By bus")],
    )
    when = forms.MultipleChoiceField(
        required=False,
        label="When are they free?",
        widget=forms.CheckboxSelectMultiple,
        choices=[("mon-morning", "Monday morning"), ("mon-afternoon", "Monday afternoon")],
    )
    access = forms.MultipleChoiceField(
        required=False,
        label="What do they need?",
        widget=forms.CheckboxSelectMultiple,
        choices=[("step_free", "No steps"), ("toilet_with_rails", "A toilet with rails")],
    )


NOTE = "Embroidery all around the room. Home after a broken hip. Her husband needs a break in the day."
CHIPS = (
    Chip("Embroidery", "embroidery", "embroidery"),
    Chip("In the day", "in the day", "day", "time"),
    Chip("A break for a carer", "her husband needs a break", "carer-break"),
    Chip("Step-free?", "only if they want it", "step_free", "access", on=False),
)
MATCHED = {
    "form": MatchForm({"note": NOTE, "near": "QT4 2", "how_far": "15", "travel": "foot", "when": [], "access": []}),
    "asked": True,
    "groups": (ChipGroup("", CHIPS),),
    "answers": CARDS,
    "more_count": 9,
    "kept_count": 1,
    "place_label": "QT4 2",
    "far_words": "15 minutes on foot",
    "when_words": "Weekdays, in the day",
    "offs": ["hip"],
    "ons": [],
    "door": "match",
}
GROUPS = [
    ("day", "Day", [("today", "Today", 2, False), ("tomorrow", "Tomorrow", 3, False), ("week", "This week", 9, False)]),
    ("part", "Time of day", [("morning", "Morning", 9, False), ("afternoon", "Afternoon", 11, True)]),
    ("cost", "Cost", [("free", "Free", 4, False)]),
    (
        "access",
        "Getting in",
        [("step_free", "Step-free", 11, True), ("toilet_with_rails", "Toilet with rails", 5, False)],
    ),
]
FOUND = {
    "query": "something with my hands",
    "near": "QT4 2, Weavers Fold",
    "heading": "11 things to do with your hands",
    "count": 11,
    "cards": (*CARDS, FAR),
    "first_number": 1,
    "chosen": [("Afternoon", "?part="), ("Step-free", "?access=")],
    "groups": GROUPS,
    "chosen_count": 2,
    "hint": "Not known is never counted as yes.",
    "next_url": "?page=2",
    "next_words": "Show the next 7",
    "door": "search",
}
NOTHING = {
    "query": "whippets",
    "near": "Bank Top",
    "nothing_title": "Nothing for whippets near Bank Top. Yet.",
    "tries": [
        ("Any dogs, near Bank Top", "?q=dogs", "6, the next one tomorrow"),
        ("Racing pigeons, for the company", "?q=pigeons", "1, on Sundays"),
    ],
}
HOME = {
    "door": "home",
    "page": {
        "question": "What would you like to do?",
        "patches_heading": "Start from what you like",
        "patches_words": "Pick a patch.",
    },
    "topics_url": "/topics/",
    "today_words": "Tuesday 24 November, from now",
    "today": [
        ("10am", "Knit and Natter", "/listings/example/", "Wool and no hurry.", "Fleece Bridge Library. Free.", False),
        ("10.30am", "Bramble the donkey’s round", "/listings/example/", "", "Calls at Bank Top House.", False),
        ("1pm", "Low Moor Men’s Shed", "/listings/example/", "", "Old Dye Works, Unit 4. £1 for the kettle.", False),
        ("2pm", "Seated dancing", "/listings/example/", "", "Cancelled today. Back on Tuesday 1 December.", True),
    ],
    "tomorrow": [("10am", "Green Gym", "/listings/example/", "Ditches, hedges and steps.", "Hill Park. Free.", False)],
    "today_url": "/whats-on/",
    "week_url": "/whats-on/?when=week",
    "starts": [
        ("Surprise me", "/search/"),
        ("Somewhere warm with a cup of tea", "/search/"),
        ("Lend a hand", "/search/"),
    ],
    "patches": [
        ("Making and mending", "/search/", "spool", "41 this week", "woad"),
        ("Singing and playing", "/search/", "music", "23 this week", "rose"),
        ("Growing things", "/search/", "sprout", "18 this week", "moss"),
        ("Eating together", "/search/", "soup", "27 this week", "straw"),
        ("Walking and moving", "/search/", "footprints", "52 this week", "straw"),
        ("Animals", "/search/", "paw-print", "9 this week", "moss"),
        ("Finding things out", "/search/", "book-open", "34 this week", "woad"),
        ("Sitting and chatting", "/search/", "coffee", "30 this week", "rose"),
    ],
    "give": {
        "heading": "Could you give an hour?",
        "words": "Bank Top allotments have a shed roof that needs two more hands. Saturday morning.",
        "links": [("Tell me more", "/listings/example/"), ("All 46 ways to help", "/search/?kind=volunteer_role")],
    },
}
TAKEHOME = {
    "title": "For you, from our chat on Tuesday",
    "lead": "Two things near you, from what we talked about.",
    "items": [
        {
            "card": SEWING,
            "when_words": "Wednesday 25 or Friday 27 November",
            "times": "1.30 to 3.30 in the afternoon",
            "where": "Carder Street Community Centre, two streets away. Blue door at the side, no steps.",
            "because": "Because you love embroidery.",
            "words": "Sewing, embroidery and mending, with a brew. Maureen will call round on Wednesday at 11.",
            "far": "4 minutes’ walk",
            "way_in": "Step-free. Toilet with rails: not known.",
            "phone": "01632 960 014",
            "cost": "£2, tea included. Bring a piece you’re proud of.",
        },
        {
            "card": STORY,
            "when_words": "Thursday 26 November or 3 December",
            "times": "10.30 to noon",
            "where": "Fleece Bridge Library. 11 minutes’ walk, all level, or the 43 bus to Bridge Street.",
            "words": "Bring your sewing to the library; somebody reads aloud. Ask for Sandra at the desk.",
            "phone": "01632 960 027",
            "cost": "Free",
        },
    ],
    "stuck": {"name": "Priya", "phone": "01632 960 140", "words": "She’ll ring you on Thursday 3 December."},
}
# Address -> (template, context, whether a worker is looking).
PAGES: dict[str, tuple[str, dict[str, Any], bool]] = {
    "example/home/": ("search/home.html", HOME, False),
    "example/results/": ("search/results.html", FOUND, False),
    "example/degraded/": (
        "search/results.html",
        {**FOUND, "degraded": True, "place_problem": "We don’t know QT44."},
        False,
    ),
    "example/nothing/": ("search/results.html", NOTHING, False),
    "example/match/": ("connector/matching/match.html", MATCHED, True),
    "example/match-empty/": ("connector/matching/match.html", {"form": MatchForm(), "door": "match"}, True),
    "example/match-nothing/": (
        "connector/matching/match.html",
        {**MATCHED, "answers": (), "groups": (ChipGroup("", ()),)},
        True,
    ),
    "example/shortlist/": ("connector/matching/shortlist.html", {"cards": (SEWING,), "kept_count": 1}, True),
    "example/shortlist-empty/": ("connector/matching/shortlist.html", {"kept_count": 0}, True),
    "example/takehome/": ("connector/matching/takehome.html", TAKEHOME, True),
    "example/403/": ("errors/403.html", {}, False),
    "example/404/": ("errors/404.html", {}, False),
    "example/500/": ("errors/500.html", {}, False),
    "example/search-unavailable/": ("errors/search_unavailable.html", {"query": "sewing"}, False),
    "example/locked-out/": ("errors/locked_out.html", {"heading": "Too many tries", "opens": "2.45pm"}, False),
}


def show(request: HttpRequest, template: str, context: dict[str, Any], works: bool) -> HttpResponse:
    request.viewer = Viewer(works=works)  # type: ignore[attr-defined]
    return render(request, template, context)


def _doors() -> list[Any]:
    """Names that the product's other parts give: so that the doors stand in these pages too."""
    known = {pattern.name for pattern in product.read_by_people if getattr(pattern, "name", None)}
    wanted = {
        "home": "",
        "search": "search/",
        "match": "match/",
        "shortlist": "match/kept/",
        "takehome": "match/kept/page/",
    }
    return [
        path(address, show, {"template": "search/home.html", "context": HOME, "works": False}, name=name)
        for name, address in wanted.items()
        if name not in known
    ]


urlpatterns = [
    *(
        path(address, show, {"template": template, "context": context, "works": works})
        for address, (template, context, works) in PAGES.items()
    ),
    *_doors(),
    *product.urlpatterns,
]
