"""Which concepts of the vocabulary are situations that people are in, rather than something that they love.

"Care leaver", "widower", "speaks Urdu", "housebound": each leads to company that may suit, and none of them says that
it is wanted. Invariant: the situations are these concepts and all that is narrower, a council's own below them
included.
"""

from typing import Final

SITUATIONS: Final = frozenset(
    """
    care-leavers befriending day-centres without-a-home after-prison nights-awake new-to-the-area people-from-home
    carers-company young-carers bereavement-company stroke-company sight-loss-company hearing-company long-term-company
    wellbeing-company recovery-company learning-disability-social disabled-people-social neurodivergent-company
    living-alone-skills separated-and-divorced after-abuse single-parents parents-of-disabled-children
    blended-and-step-families breastfeeding-company refugee-welcome free-and-low-cost lifts-and-getting-about
    company-at-christmas friendship-groups online-company telephone-friends memory-cafe warm-space
    caribbean-community african-community somali-community south-asian-community polish-community ukrainian-community
    irish-community chinese-community arabic-community latin-american-community southern-european-community
    german-and-austrian-community french-community dutch-and-scandinavian-community scots-away-from-home
    welsh-away-from-home cornish-and-manx-roots australian-new-zealand-and-canadian-connections american-connections
    children-and-families young-people
    """.split()
)
# Below a situation, and loved all the same.
LOVED: Final = frozenset(
    """
    japanese-culture fairgrounds-and-travelling-shows boaters-and-live-aboards dancing-with-babies-and-children
    children-and-family-crafts young-makers young-cooks skateboarding young-adventure scouts-and-guides cadets
    youth-work
    youth-voice youth-club holiday-clubs homework-and-study baby-and-toddler baby-and-toddler-helpers grandparents
    dads-groups family-days home-education bringing-up-a-big-family friends-online-and-forums students
    evening-and-weekend-company over-sixties-clubs windrush-generation
    """.split()
)
