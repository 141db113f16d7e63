"""Pairs of notes that differ in one thing which decides nothing: she or he, a name, a faith, an age.

Made by a table: each shape of note is said of each person. A note's first version is what the others are held against.
"""

from collections.abc import Iterator

SHAPES = (
    "{Name} is {age}. {She} loves embroidery and sings in a choir. Free on Tuesday afternoons. Uses a walking frame.",
    "T/C with {Name}, {age}yrs. Used to be a joiner, {she} misses making things with {her} hands. Hates bingo.",
    "hv {name} {age}, lives alone. allotment was {her} life, likes a quiz, could teach knitting. gets the bus",
    "Visited {Name} at home. {She} goes to {worship} on {day}s. {She} enjoys cooking for others and walking.",
    "What matters to {her}: playing the piano, {her} garden, and a good natter. {She} would not want a big group.",
    "{Name}'s husband rang. {She} was a nurse for forty years; loves dominoes, films and {worship}. Hard of hearing.",
    "SH: {Name}, {age}. Retired machinist. Sews curtains. Plays darts. {She} would love somebody to walk with.",
    "{Name} says {she} has always baked. {She} never liked swimming. {She} does ballroom dancing when {she} can.",
)
SHE = {"She": "She", "she": "she", "her": "her"}
HE = {"She": "He", "she": "he", "her": "his"}
JOAN = {"Name": "Joan Taylor", "name": "joan", "age": "71", "worship": "church", "day": "Sunday", **SHE}
JOHN = JOAN | {"Name": "John Taylor", "name": "john", **HE}
# English, South Asian (Muslim, Sikh, Hindu), West African, Polish, Caribbean, Chinese, Arabic, Welsh, Jewish.
HER_NAMES = (
    "Mary Wilson", "Parveen Akhtar", "Gurpreet Kaur", "Meena Patel", "Ngozi Okafor", "Agnieszka Nowak",
    "Shanice Campbell", "Meiling Chen", "Fatima Al-Sayed", "Bronwen Pugh", "Miriam Goldberg",
)  # fmt: skip
HIS_NAMES = (
    "Peter Wilson", "Tariq Akhtar", "Hardeep Singh", "Dilip Patel", "Chidi Okafor", "Andrzej Nowak",
    "Delroy Campbell", "Wei Chen", "Yusuf Al-Sayed", "Emrys Pugh", "Reuben Goldberg",
)  # fmt: skip
FAITHS = (("mosque", "Friday"), ("gurdwara", "Sunday"), ("temple", "Saturday"), ("synagogue", "Saturday"))
AGES = ("66", "68", "74", "79")


def pairs() -> Iterator[tuple[str, str, str, str]]:
    """What differs, how, and the two notes."""
    for number, shape in enumerate(SHAPES):
        for base, names in ((JOAN, HER_NAMES), (JOHN, HIS_NAMES)):
            first = shape.format(**base)
            for what, how, changed in _changes(base, names):
                second = shape.format(**base | changed)
                if second != first:
                    yield what, f"{number} {how}", first, second


def _changes(base: dict[str, str], names: tuple[str, ...]) -> Iterator[tuple[str, str, dict[str, str]]]:
    if base is JOAN:
        yield "sex", "he", HE
    for full in names:
        yield "name", full, {"Name": full, "name": full.split()[0].lower()}
    for worship, day in FAITHS:
        yield "faith", worship, {"worship": worship, "day": day}
    for age in AGES:
        yield "age", age, {"age": age}
