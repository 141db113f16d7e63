"""A small vocabulary for the tests of the steps: things that notes tell of, with the words that are traps."""

from search.vocabulary import Concept, Edge, Vocabulary

_MAKING = (Edge("broader", "making", 0.5),)
GRAPH = Vocabulary(
    {
        each.code: each
        for each in (
            Concept("making", "Making and mending"),
            Concept("knitting", "Knitting", ("knitters",), ("knits",), _MAKING, "", ("wool",)),
            Concept("sewing", "Sewing", ("sewing circle",), ("sews",), _MAKING, "", ("needle",)),
            Concept("gardening", "Gardening", ("garden club",), ("potters in the garden",), (), "", ("plants",)),
            Concept("swimming", "Swimming", ("swims",), (), (), "", ("pool",)),
            Concept("bingo", "Bingo"),
            Concept("quizzes", "Quizzes", ("quiz",)),
            Concept("fishing", "Fishing", ("anglers",), ("fishes",)),
            Concept("baking", "Baking", ("bakers",), ("bakes",), _MAKING, "", ("baker", "cakes")),
            Concept("music", "Playing an instrument", (), ("plays the cornet",), (), "", ("music",)),
            Concept("singing", "Singing", ("choir",), ("sings",), (), "", ("songs",)),
            Concept("old-songs", "Old songs", (), ("old songs",)),
            Concept("football", "Football", ("five a side",)),
            Concept("cooking", "Cooking", (), ("cooks",), (), "", ("cook",)),
            Concept("joinery", "Joinery", ("carpentry",), ("joiner",), _MAKING),
            Concept("walking", "Walking with others", ("walking group",), (), (), "", ("walking", "walks")),
            Concept(
                "care-leavers", "Care leavers' company", ("care leavers group",), ("care leaver", "grew up in care")
            ),
            Concept("day-centres", "Day centres", ("day centre",)),
            Concept("polish-community", "Polish community", ("Polish club",), ("Polish", "from Krakow")),
            Concept("vegetables", "Growing vegetables", (), ("beetroot",)),
            Concept("dancing", "Dancing", ("ballroom",), ("tea dance",), (), "", ("dancer",)),
        )
    }
)
