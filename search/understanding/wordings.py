"""Pieces that patterns of constraints share: who may go along or drive, whom they take, how being able is said.

Invariant: data alone, lower case; each piece is one group without a name.
"""

THEM = r"(?:him|her|me|them|us|mum|mam|dad|nan|gran|grandad|mr \w+|mrs \w+)"
KIN = (
    r"(?:husband|wife|partner|mum|mam|mother|dad|father|parents?|son|daughter|dtr|sons?.in.law|daughter.in.law|dil|sil|"
    r"brother|sister|sis|bro|cousin|nephew|niece|aunt(?:ie|y)?|uncle|grandson|granddaughter|gran(?:dad)?|nan(?:a|na)?|"
    r"friend|mate|pal|neighbou?r|next door|boyfriend|girlfriend|family|lad|eldest|youngest|godson|goddaughter)"
)
SOMEBODY = (
    r"(?:some(?:one|body)|a (?:friend|friendly face|familiar face|volunteer|buddy|befriender|man|woman|chap|lady|mate)|"
    r"company|(?:a |his |her |the )?(?:support worker|carer|pa|nurse|key ?worker|link worker|befriender|escort))"
)
CAN = r"(?:\b(?:can|could|will|would|wld|cd|d|ll|happy to|willing to|offers? to|offered to|able to)|['’](?:ll|d))"
# "doesn't", with its mark or without, and never the end of "front".
NT = r"(?:n['’]t|\b(?:cant|wont|dont|doesnt|didnt|isnt|wouldnt|couldnt|hasnt|shouldnt))"
SMALL = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|a few|a couple of)"
# Where a stretch between marks begins and ends: words that stand alone there are an answer.
BEGINS = r"(?:(?<=[.,;:(] )|(?<=\n)|(?<![\s\S])|(?<=[?] ))"
ENDS = r"(?=\s*(?:[.,;:)\n]|$))"
