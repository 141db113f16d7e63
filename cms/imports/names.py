"""Names from registers, which write in capitals, as people write them.

Invariant: pure; a name that is not in capitals stays as it is given, and no letter is ever added or lost.
"""

import re

SMALL = frozenset(
    "a ac an and are as at by cum de des di du en for from in into la le nr of off on or per s sur the to under "
    "upon via with within without y yr".split()
)
# Written in capitals, said as letters or known that way. What has no vowel needs no place here.
LETTERS = frozenset(
    """
    AA ABF ACEVO ADHD AFC AGM AIDS AKA AOG APTA ARP ATC BA BACP BAME BEM BME BIPOC BSA CAB CAFOD
    CAMRA CE CEO CIC CIO CISV CISWO CITB CNI COE COGIC CP CPRE CTA CVS DIY DV EIA ELCA ESOL EU FA FAW FC
    FE FIA FOS FPTA HIV HM HMP HMS HSA IBD II III IV IX JMI KS1 KS2 LEA LGBT LGBTI LGBTQ LGBTQIA LTA MENA
    MS NACRO NCT NHS NIA OAP OAPS PA PE PFA PSA PTA PTFA PTSA QE RAF RAFA RAOB RC RCCG RDA REME RFC RIBA RIFC RNA
    RNIB RNID RNLI RNOH ROSPA RSA RSPB RSPCA RUFC SEN SEND SCIO SOS SSAFA TA TLC TV UAE UCA UCKG UFC UK
    UKCISA UN UNA UNESCO UNHCR UNICEF URC USA VE VI VII VIII VJ WEA WI XI XII XIII XIV XV XVI XX XXI YFC YHA YM YMCA
    YWAM YWCA
    """.split()
)
# No vowel in them, and words all the same.
WORDS = frozenset("BRDG CWM CWRT DR FR FT JNR JR LTD MR MRS MSGR MT NR PT RD REVD SGT SNR SR ST STS TH".split())
_CORE = re.compile(r"^([^\w]*)(.*?)([^\w]*)$", re.DOTALL)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
_ORDINAL = re.compile(r"\d+(?:ST|ND|RD|TH|['’]?S)")
_MC = re.compile(r"MC(?=[^\W\d_]{3})")
_ADDRESS = re.compile(r"WWW\..+|.+\.(?:COM|ORG|NET|CO\.UK|ORG\.UK|INFO|LONDON|EU)")
_PIECES = re.compile(r"([-–/&+@:,]+)")
_RUNS = re.compile(r"([^\W\d_]+)")
_ELIDED = frozenset("DLO")
# How much of a name has to be in capitals before it is taken for a register's.
_SHOUTED = 0.85
_ENOUGH_TO_TELL = 400


def display_name(name: str) -> str:
    """ "LEWIS MERTHYR BRASS BAND" as "Lewis Merthyr Brass Band"; "YMCA" and "U3A" stay. `name`: clean, on one line."""
    if not is_shouted(name):
        return name
    tokens = name.split(" ")
    plain = ["".join(filter(str.isalnum, token)) for token in tokens]
    return " ".join(
        token if _is_short_form(at, plain) else _token(token, at, tokens) for at, token in enumerate(tokens)
    )


def is_shouted(text: str) -> bool:
    """Whether (nearly) all of its letters are capitals."""
    letters = [character for character in text[:_ENOUGH_TO_TELL] if character.isalpha()]
    return bool(letters) and sum(character.isupper() for character in letters) / len(letters) >= _SHOUTED


def title_word(word: str, *, first: bool = True) -> str:
    """One word in capitals, without punctuation around it, as it stands in a title."""
    if word in LETTERS or _INITIALS.fullmatch(word) or _said_as_letters(word):
        return word
    if _ADDRESS.fullmatch(word):
        return word.lower()
    if word.lower() in SMALL and not first:
        return word.lower()
    if any(character.isdigit() for character in word):
        return word.lower() if _ORDINAL.fullmatch(word) else _with_figures(word)
    if _MC.match(word):
        return f"Mc{_capital(word[2:])}"
    return _with_apostrophes(word)


def _token(token: str, at: int, tokens: list[str]) -> str:
    before, core, after = _CORE.match(token).groups()  # type: ignore[union-attr]  # it matches anything
    pieces = _PIECES.split(core)
    if len(pieces) == 1:
        dotted = core + after[:1] if after.startswith(".") else core
        if _INITIALS.fullmatch(dotted):
            return token
        return before + title_word(core, first=_opens(at, tokens, before)) + after
    titled = [
        piece if place % 2 else title_word(piece, first=place == 0 or _starts_again(pieces, place))
        for place, piece in enumerate(pieces)
        if piece or place % 2
    ]
    return before + "".join(titled) + after


def _starts_again(pieces: list[str], place: int) -> bool:
    """Whether a piece is no small word inside of a hyphened name: Stoke-on-Trent, but Care/The Elms."""
    return place == len(pieces) - 1 or not set(pieces[place - 1]) <= {"-", "–"}


def _opens(at: int, tokens: list[str], before: str) -> bool:
    """Whether a word stands where even a small one has a capital: first, last, after a break, or beside an initial."""
    if at in (0, len(tokens) - 1) or before.strip("'\"‘“"):
        return True
    previous = tokens[at - 1]
    if previous.endswith((":", "-", "–", "/", "&", "+")) and previous != "&":
        return True
    return len(tokens[at]) == 1 and len(previous.strip(".")) == 1 and previous.isalpha()


def _is_short_form(at: int, plain: list[str]) -> bool:
    """Whether a word is made of the first letters of its neighbours: BRITISH MOUNTAINEERING COUNCIL (BMC)."""
    word = plain[at]
    if not 3 <= len(word) <= 8 or not word.isalpha() or word.lower() in SMALL:
        return False
    for others in (plain[:at], plain[at + 1 :]):
        every = "".join(other[0] for other in others if other)
        large = "".join(other[0] for other in others if other and other.lower() not in SMALL)
        if word in every or word in large:
            return True
    return False


def _with_figures(word: str) -> str:
    """ "PLACE2BE" as "Place2Be"; "U3A" and "SW9" stay."""
    runs = _RUNS.findall(word)
    if not any(len(run) > 2 and not _said_as_letters(run) for run in runs):
        return word
    return _RUNS.sub(lambda run: _capital(run[0]), word)


def _said_as_letters(word: str) -> bool:
    return (
        len(word) > 1 and word.isalpha() and word not in WORDS and not set(word) & set("AEIOUWYÀÁÂÄÈÉÊËÌÍÎÏÒÓÔÖÙÚÛÜŴŶ")
    )


def _with_apostrophes(word: str) -> str:
    parts = re.split(r"(['’.])", word)
    elided = len(parts) > 2 and parts[0] in _ELIDED and parts[1] != "." and len(parts[2]) > 2
    titled = []
    for place, part in enumerate(parts):
        starts = place == 0 or (place == 2 and elided) or (parts[place - 1] == "." and len(part) > 1)
        titled.append(_capital(part) if starts else part.lower())
    return "".join(titled)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:].lower()
