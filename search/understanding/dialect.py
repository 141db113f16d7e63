"""Little words as Scots, Geordie, Yorkshire, London and Jamaican English have them, read as their plain forms.

Invariant: pure, folded words; only what means the same, so that one rule is enough for "wouldnae" and "wouldn't".
"""

_FORMS = """
wouldnt: wouldnae wouldna widnae widna wudnt
couldnt: couldnae couldna cudnae cudnt
cant: cannae canna cannit cyaan
dont: dinnae dinna divvent divnt dinnet doan
doesnt: disnae doesnae dizzent dunt
didnt: didnae didna
isnt: isnae isna int
wasnt: wasnae wasna
wont: willnae winnae winna wullnae wullna wunt
hasnt: hasnae hasna
havent: havenae hivnae havnt
hadnt: hadnae hadna
shouldnt: shouldnae shouldna
dead: deid
with: wi wiv
no: nae
going: gaun gannin
was: wis
to: tae
im: ahm
i: ah
thing: ting
things: tings
"""
PLAIN: dict[str, str] = {
    form: plain for plain, forms in (line.split(": ") for line in _FORMS.strip().splitlines()) for form in forms.split()
}


def plainly(word: str) -> str:
    """A folded word in its plain form."""
    return PLAIN.get(word, word)
