"""Trades told in few words: "Welder at the yard 20 years", "nursed at St Jude's", "On the trawlers till '84".

Invariant: pure, on the words of a sentence; nobody who comes to the house for work, and no machine, is a trade.
"""

from collections.abc import Iterator

from search.understanding.care_words import EQUIPMENT
from search.understanding.relations import RELATIVES, WORKERS
from search.understanding.sentences import Word

_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "wright", "smith", "ess", "monger", "herd", "keeper", "maid")
_TRADES = frozenset(
    """
    nurse midwife cook chef clerk driver teacher cleaner mechanic pilot guide vet cleric vicar judge copper warden
    caretaker apprentice medic porter usher conductor docker model dj dinner-lady miner collier navvy sparky chippy
    plumber seamstress typist lollipop barmaid barman barista bosun crofter ghillie gillie sailor soldier sapper fitter
    turner welder riveter plater caulker spinner weaver loom-tuner tackler doffer winder minder roofer slater joiner
    """.split()
)
_NO_TRADE = frozenset(
    """
    man woman person letter number matter answer order member smoker drinker sufferer user survivor other father mother
    brother sister daughter burden danger wonder bother loner fighter teenager youngster elder widower stranger factor
    error tenant winter summer water dinner supper computer cooker freezer boiler heater toaster kettle hoover meter
    monitor motor corridor floor door colour visitor transfer power tower flower river cover paper poster corner
    counter shower walker rollator recliner riser pressure weather leather feather butter bladder ulcer cancer liver
    fever temper finger shoulder laughter slaughter master quarter after under over never ever later earlier better
    bitter either neither together rather whether another however whenever wherever career beer deer peer offer differ
    suffer prefer refer enter centre mirror terror horror harbour neighbour parlour favour humour armour tutor interior
    exterior minor major senior junior prior list wrist assist consist insist exist persist twist christian guardian
    gentleman human german woman roman ramadan christmas progress stress dress address access process express success
    illness less unless witness mess press loss business fitness tenderness happiness carer diabetic asian indian
    pension prisoner partner sticker slipper slippers jumper trouser trousers scooter
    """.split()
)
_BARRED = WORKERS | RELATIVES | EQUIPMENT | _NO_TRADE
_BEFORE = frozenset("was were ex retired former then been as once formerly been".split())
_YEARS = frozenset("year years yrs yr decades winters".split())
_TILL = frozenset("till until before since all".split())
_WORKED = frozenset(
    """
    nursed welded clerked mined laboured labored fished typed waitressed farmed soldiered tailored machined crewed
    portered preached printed trawled crofted fettled nannied childminded drove taught conducted
    """.split()
)
_WHERE = frozenset("at for in on with down aboard out there all".split())
_WORKPLACES = frozenset(
    """
    barges boats trawlers drifters railway railways buses trams bins docks ships rigs lorries wagons tugs canals farms
    mill mills pit pits mine mines factory steelworks shipyard shipyards foundry quarry quarries potteries potbanks
    brickworks gasworks ironworks dockyard market markets switchboard looms presses taxis cabs ferries land tankers
    cannery brewery distillery bakery dairy sawmill tannery colliery colleries lightships lifeboat bakehouse
    """.split()
)


def is_told_shortly(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Whether the words from `start` to `end` are a trade at the head of its clause, with where or how long."""
    last = words[end - 1].word
    if last in _BARRED or not (last in _TRADES or _ends(last)):
        return False
    heads = start == 0 or words[start].clause != words[start - 1].clause or words[start - 1].word in _BEFORE
    return heads and _goes_on(words, end)


def shortly(words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """(start, end) of trades, of verbs of working and of places of work, that say where or how long."""
    for place, word in enumerate(words):
        if is_told_shortly(words, place, place + 1) or (word.word in _WORKED and _where(words, place + 1)):
            yield place, place + 1
        elif word.word in _WORKPLACES and _at_work(words, place):
            first = place - (place > 1 and words[place - 1].word not in {"the", "a"} and words[place - 2].word == "the")
            yield first, place + 1


def _ends(word: str) -> bool:
    return len(word) > 4 and word.endswith(_ENDINGS)


def _goes_on(words: tuple[Word, ...], end: int) -> bool:
    after = words[end : end + 8]
    if not after or after[0].before not in {"", ","}:
        return False
    folded = [word.word for word in after]
    if folded[:2] in (["by", "trade"], ["all", "his"], ["all", "her"], ["all", "my"], ["there", "for"]):
        return True
    if folded[0] in {"at", "for", "with"} and len(after) > 1 and after[1].capital:
        return True
    return folded[0] in _WHERE | {"by", "till", "until"} and bool(_YEARS.intersection(folded) or _TILL & set(folded))


def _where(words: tuple[Word, ...], place: int) -> bool:
    after = words[place : place + 2]
    return (
        len(after) == 2 and after[0].word in _WHERE and (after[1].capital or after[1].word in _TILL | {"the", "years"})
    )


def _at_work(words: tuple[Word, ...], place: int) -> bool:
    """ "On the barges till '91", "then the paper mill at Northfleet"."""
    before = [word.word for word in words[max(0, place - 4) : place]]
    if "the" not in before:
        return False
    after = words[place + 1 : place + 7]
    told = {word.word for word in after}
    long = bool(told & (_YEARS | {"till", "until"})) or any(word.raw.isdigit() for word in after[:3])
    then = "then" in before and bool(after) and after[0].word == "at"
    return then or (long and bool({"on", "down", "in", "at"}.intersection(before)))
