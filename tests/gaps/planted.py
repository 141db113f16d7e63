"""Two hundred notes full of what must never be kept: names, addresses, numbers, places and illnesses. Made by a table.

Each note has five planted words, typed as workers type: mostly in small letters, without stops. The same table is drawn
in the same way at every run.
"""

from collections.abc import Iterator

GIVEN = (
    "maureen", "doris", "parveen", "agnieszka", "kwame", "gurpreet", "siobhan", "mohammed", "chidi", "bronwen",
    "ayesha", "stanislaw", "delroy", "meena", "yusuf", "mabel", "wilf", "ifeoma", "krystyna", "harjit",
)  # fmt: skip
FAMILY = (
    "ogden", "okafor", "hussain", "kowalski", "sandhu", "entwistle", "begum", "adeyemi", "clegg", "patel",
    "gallagher", "wozniak", "butterworth", "chowdhury", "owusu", "mcgrath", "sutcliffe", "banerjee", "kaur",
    "appleyard",
)  # fmt: skip
STREETS = ("tenterfield street", "shuttle row", "loomgate lane", "carder road", "hattersley court", "pegswood avenue")
TOWNS = ("oldham", "altrincham", "rochdale", "sale", "huddersfield", "todmorden", "burnley", "wythenshawe")
NUMBERS = ("943 476 5919", "9434765919", "485-777-3456", "4857773456", "nhs 401 023 2137", "qq123456c", "m33 7zf")
ILLS = (
    "copd", "dementia", "osteoarthritis", "parkinsons", "hemiplegia", "schizophrenia", "epilepsy", "bronchiectasis",
    "gastroenteritis", "hysterectomy", "lymphoma", "psoriasis", "sciatica", "fibromyalgia", "quetiapine", "ramipril",
)  # fmt: skip
SHAPES = (
    "{given} {family} {house} {street} {town} nhs {number} has {ill} loves embroidery",
    "hv to mrs {family}, {ill}, {given} her daughter rang re {number}. enjoys sewing",
    "{given} and {given2} live at {house} {street}. Diagnosed {ill} 2019. {number}",
    "pt is {given}, dob 3/4/41, {number}, pmh {ill}, wife {given2}, moved from {town}",
    "called {given} {family} of {street} near {town} about {ill}; number {number}",
)
# What may be kept of it: plain, lower case, a thing to do that no vocabulary here explains.
TRUE = ("snoodling", "wimbling")


def notes() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Two hundred notes, each with the words planted in it."""
    for number in range(200):
        given, given2 = GIVEN[number % 20], GIVEN[(number * 7 + 3) % 20]
        family, street = FAMILY[(number * 3 + 1) % 20], STREETS[number % 6]
        town, digits, ill = TOWNS[(number * 5) % 8], NUMBERS[(number * 3) % 7], ILLS[(number * 11) % 16]
        text = SHAPES[number % 5].format(
            given=given, given2=given2, family=family, street=street, town=town, number=digits, ill=ill,
            house=number + 1,
        )  # fmt: skip
        text = text.title() if number % 9 == 8 else text
        planted = [given, family, *street.split(), town, ill, digits]
        yield f"{text}. She does {TRUE[number % 2]} every day", tuple(word for word in planted if word in text.lower())
