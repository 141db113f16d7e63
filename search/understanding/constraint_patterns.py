"""How notes say what makes going possible: travel, access and company, each a label and the words that say it.

Invariant: data alone. Labels are what a worker reads and never name an illness; the first pattern that fits words wins.
"""

from search.understanding.access_patterns import ACCESS
from search.understanding.company_patterns import COMPANY
from search.understanding.travel_patterns import TRAVEL

__all__ = ["ACCESS", "COMPANY", "FREE", "HEAD", "HINTS", "ONLY_BESIDE", "SITS", "TRAVEL"]
# How many letters of a word are looked at to see whether a sentence may say anything of it.
HEAD = 4


def _heads(words: str) -> frozenset[str]:
    return frozenset(word[:HEAD] for word in words.split())


# A sentence without a word that begins like these says nothing of it: looked at first, as most sentences say nothing.
HINTS = {
    "travel": _heads(
        """
        drive car cars van vans wav bus buses dark fare fares money afford ring dial transport public pass rail
        card oyster freedom tram trams metro train taxi cab cabs minicab uber tube underground overground subway
        dlr park licence license dvla road roads door volunteer voluntary minibus scheme scooter pram prams
        buggy buggies pushchair double lift fetch collect pick drop run runs take tak taking bring brought bike
        bicycle e-bike ebike cycle trike push walk foot metres yards yds further far local near home corner
        doorstep village estate wheels vehicle shopmobility demand patient tail motability adapted accessible
        wheelchair give gives offers cross outdoors indoors then before max only legs
        """
    ),
    "access": _heads(
        """
        wheel chair power electric tilt w/chair wchair scooter frame zimmer rollator walk gutter pulpit kaye
        delta stick crutch tripod cane dog dogs guide assistance changing adult hoist wide wider door doors step
        steps stair ramp level floor flat exit aisle seat way bsl sign signs british deaf hear hard loop lip
        lips lipread lip-reads cochlear print leaflet paper braille audio screen read blind sight eyesight
        partially macular visual vision see eyes easy plain simple makaton mats talking picture pecs symbols aac
        communication sentences instructions short english interpreter polish urdu punjabi bengali sylheti
        arabic somali gujarati cantonese ukrainian welsh gaelic turkish romanian tamil farsi kurdish tigrinya
        portuguese spanish italian mandarin hindi bangla pashto dari sorani mirpuri memory short-term forget
        lost muddled confused remind text before phone call calls need must accompanied alone own arm arms
        support carer escort pa safe one 2:1 1:1 one-to-one noise noisy loud quiet calm peaceful low low-key
        stimulus arousal echo ear sensory lights racket din overwhelm background crowd busy big slow tired tires
        fatigue rest rests bursts attention max tops plenty enough most minutes half hour sit sits sitting seats
        stand benches somewhere firm comfy upright proper high stiff sore stretch move leg legs feet foot toilet
        loo loos lav wc bathroom radar oxygen o2 portable suction ventilator tracheostomy plug charge pump feed
        breastfeed breath puffed pram prams buggy buggies pushchair double twin badge blue park house bound
        bedbound out leave left leaving bed money afford skint brassic bones benefits free cost expensive dear
        nothing disabled
        """
    ),
    "company": _heads(
        """
        group women woman men mens man male males ladies lady female girl lad lads bloke mixed online on-line
        line zoom video internet post home house flat door visit shy joiner joining mixer people folk room
        circle one one-to-one 1:1 1 121 two three couple know company alone loner stranger nervous worried
        scared frightened anxious own tod jack himself herself mysel meself with alongside beside side speak
        talk sign language tongue mother chum along accompany till til until first start begin age mums mams
        dads teenagers small wee tiny big large huge busy few more escort worker carer staff keyworker meet met
        greet introduce show face familiar friend too pop all-male all-female befriender
        """
    ),
}
# Labels that need a word of their own, looked for before their pattern is.
ONLY_BESIDE = {
    label.strip(): _heads(words)
    for label, words in (
        line.split("|")
        for line in """
Uses a walking frame | frame zimmer rollator walker walk wheelie
Room for a pram or buggy | pram prams buggy buggies pushchair
Hard of hearing | hear hard deaf loop lip lips lipread lip-read cochlear
Uses a stick or crutches | stick crutch tripod
Brings medical equipment | suction portable ventilator tracheostomy somewhere pump feed
Brings oxygen | oxygen o2
Sight loss | blind sight eyes eyesight visual macular partially see vision
Needs step-free access | step steps step-free stair ramp level floor flat one lift
Needs quiet | quiet calm peaceful low low-key noise noisy loud echo sensory ear bright strip overwhelm racket din
Crowds are hard | crowd busy big
Forgets, needs reminding | memory forget lost muddled confused remind before short
Uses British Sign Language | bsl british sign signs
Needs to hear it, not read it | audio braille read reading leaflets screen
Cannot sit for long | sit sits sitting stretch move stiff sore
Needs a toilet close by | toilet loo loos lav wc bathroom radar
Uses a wheelchair | wheel w/chair wchair power electric chair
Needs parking close by | blue park disabled
Has a guide dog | dog dogs
Uses a long cane | cane white
Needs large print | print paper large big
Needs hoisting | hoist
Needs a changing place | changing adult
Somewhere to feed a baby | feed feeding breastfeed
Uses a mobility scooter | scooter
By mobility scooter | scooter
""".strip().splitlines()
    )
}
# Said of a relative too: when they sit, the person is free.
SITS = (
    r"\b(?:to (?:him|her|them)sel\w*|break|respite|off\b|has (?:the )?baby|sits?\b|sitter|babysits?|babysit|free|rest|"
    r"let (?:them|her|him)|has (?:him|her|them))\b"
)
FREE = (
    r"\b(?:free|suits?|suit(?:ed)?|best|could do|can do|can come|available|prefers?|"
    r"somewhere|something|after carers|when \w+ (?:has|have|comes|sits)|"
    r"when the sitter|when (?:she|he) is at|while (?:he|she|they)(?: is|'s| are)? at|"
    r"(?:day|morning|afternoon|evening|mondays?|tuesdays?|wednesdays?|thursdays?|"
    r"fridays?|saturdays?|sundays?) off\b|would help|could use|break|respite|"
    r"leave (?:him|her)|can get out|rehearse|good for|offers? to babysit|"
    r"two hours|an hour|sitter|sit with|let (?:them|her|him)|at the weekend|"
    r"want(?:s|ed)?|would like|would love|need(?:s|ed)?|would come|could come|will come|would go|"
    r"has to be|have to be|must be|only (?:do|go|come|make)|can make|ideal(?:ly)?|easier|easiest|good time|"
    r"can.?t (?:do|make|manage)|cannot (?:do|make|manage)|cannae (?:do|make)|not (?:good|free|possible)|no good)\b"
)
