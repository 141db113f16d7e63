"""How notes say in what company somebody goes: a label and the words that say it.

Invariant: data alone; the first pattern that fits words wins. What `OF_OTHERS` names says who would go along, and so
is looked for in what is said of others too.
"""

from search.understanding.wordings import BEGINS, CAN, KIN, NT, SOMEBODY, THEM

_TONGUE = (
    r"(?:(?:the )?same language|(?:his|her|their|my|our) (?:own )?(?:language|tongue)|(?!english|to\b|up\b|for\b|"
    r"about\b|"
    r"slow|clear|loud|quiet|soft|with\b|out\b|well\b|very\b)[a-z]+)"
)
COMPANY: tuple[tuple[str, str], ...] = (
    (
        "Somebody who speaks their language",
        (
            r"\b(?:some(?:one|body)|any(?:one|body)|people|others|staff|worker|volunteer|leader|group|they|tutor|"
            r"woman|man|"
            rf"women|men|carer|lady)s? (?:who |that |there |to )?(?:can )?(?:speaks?|talks?|speaking|"
            rf"signs?) {_TONGUE}\b|"
            r"\b[a-z]+[- ]speak(?:ing|er)s? (?:group|worker|volunteer|staff|people|women|men|carer|befriender)|"
            r"\bin (?:his|her|my|their) own (?:language|tongue)|mother tongue"
        ),
    ),
    (
        "Women only",
        r"wom[ae]n.{0,2} (?:only|group only)|only (?:with )?(?:other )?women|\bno (?:men|lads|blokes|males)\b|"
        r"mixed groups?|"
        r"not (?:a )?mixed\b|ladies.? only|female (?:only|staff only|group)|girls.? only|all.female|"
        r"just (?:the )?(?:women|girls|"
        r"ladies)|if (?:it.?s|its) (?:all )?(?:women|ladies|girls)|away from men|women.s (?:group|session)s? only",
    ),
    (
        "Men only",
        r"\bmen.?s? only|only (?:with )?(?:other )?(?:men|lads|blokes)|just (?:the )?(?:men|lads|blokes)|"
        r"\bmale (?:only|group)|all.male|lads only|no women\b|with (?:other )?(?:men|lads|blokes|fellas) (?:of|"
        r"who)[^.,;\n]{0,14}",
    ),
    (
        "Somebody would go with them",
        (
            rf"\b{KIN} (?:there|along|in tow) (?:for )?(?:the )?(?:first|to (?:start|begin)|at first)\b|"
            rf"\b(?:{KIN})\b(?: [a-z]+)? ?{CAN} (?:always |happily )?(?:chum|go|come|walk|sit|stay|tag|accompany)\b"
            rf"(?: (?:along|with|in|too|an all|as well|there|round|{THEM})){{1,3}}|"
            rf"\b(?:would|will|could|can|wld|d|ll) chum {THEM}\b|"
            rf"(?:if|when|unless) (?:i|we|{KIN}) (?:\w+ )?(?:walk|go|come|went|came|walked|goes|comes|stay|stayed)\w*"
            rf"(?: (?:in|along|there|too|an all))? ?(?:with {THEM}|too|an all|as well)|"
            rf"\b{KIN}(?: or \w+| and \w+)? (?:with|alongside|beside) (?:him|her|them|me)\b|"
            rf"\b(?:come|comes|coming|go|goes|going|attend|only|if|out)\s+(?:\w+ )?with (?:his |her |my |their |"
            rf"the )?{KIN}\b|"
            r"if (?:her|his|my) (?:friend|mate|sister|brother|cousin|carer)(?: \w+)? (?:could|can|"
            r"would|came|went|goes|comes)(?: come| go)?"
        ),
    ),
    (
        "Not on their own",
        (
            rf"(?:wants?|likes?|would (?:like|want)|looking for|prefers?|with|if there was|if there is|has|"
            rf"have|must have|{BEGINS})\s*{SOMEBODY}\s(?:there |to (?:be |go |come |walk in |walk |travel |sit |"
            rf"stay )?)?"
            rf"(?:with|alongside|beside) {THEM}?\b|"
            r"\b(?:man|woman|someone|somebody|friend|volunteer|worker|carer|pa|escort|male|"
            r"female)(?: worker)? to (?:go|come|"
            r"walk|walk in|travel|sit|take|meet|introduce|accompany|settle)(?: in)?(?: along)?(?: with)? (?:him|"
            r"her|them|me)\b|"
            rf"(?:\bnot|{NT}|nae|\bnever|\bno) (?:to )?(?:go|come|walk|attend|join|travel|gan|turn up|get|going|"
            rf"coming|do it)"
            r"(?: \w+){0,2}\s?(?:on (?:his|her|my|their) (?:own|tod|jack)|alone|by (?:himself|herself|mysel\w*))"
            r"(?! (?:at home|in the (?:house|flat)|overnight|at night))|"
            r"\b(?:support worker|carer|pa|key ?worker|staff|worker|escort|nurse) (?:or \w+ )?(?:with "
            r"(?:him|her|them|me)|(?:un)?till? (?:he|she|they)|to (?:start|begin)|at first|for the first|the first)\b|"
            r"(?:un)?till? (?:he|she|they).?s? (?:knows?|finds?|gets? to know|settled?|is settled|"
            r"got used)[^.,;\n]{0,14}|"
            r"(?:wants?|needs?|would (?:like|want|need)) (?:some )?company\b|"
            rf"(?:meet|met|greet|introduce)(?:s|ed)? (?:{THEM} )?(?:at the door|by (?:someone|somebody)|on arrival)|"
            r"\bshow(?:n|ed)? (?:him |her |them )?(?:round|the ropes) (?:first|by)"
        ),
    ),
    (
        "Small groups",
        r"\b(?:small|wee|tiny|quiet) (?:groups?|numbers|class|classes|gatherings?)|not (?:a |too |in a |in |"
        r"for )?(?:big|large|"
        r"huge|busy) (?:groups?|class|gatherings?|dos?)|(?:just|only) a few (?:people|others|folk)|few people|"
        r"no (?:more than|big|large) (?:\w+ )?(?:people|groups?|others|folk|gatherings?)",
    ),
    (
        "One to one, or side by side",
        (
            r"\b(?:just |only |with )one or two\b|\b(?:just |only )?(?:one or two (?:people|others|folk|friends|"
            r"at (?:a time|first))|one.to.one|1 ?: ?1|1.to.1|121|one other person|one person|"
            r"a couple of people|two or three people)\b|just (?:the )?(?:one|two) of|"
            r"\bone (?:man|woman|mum|other|fella|bloke|chap|lady|lad|person)\b[^.,;\n]{0,12}|not a big crowd|"
            r"side.by.side"
        ),
    ),
    (
        "Not one for groups",
        (
            r"(?:not|no) (?:one for|a|into|keen on|for) groups?(?: person)?|(?:does ?n.?t|don.?t|dinnae|do not|"
            r"does not|"
            r"can.?t|won.?t|cannae) (?:do|like|want|cope with|join) groups?|hates groups|"
            r"a group would be (?:my|her|his)[^.,;\n]{0,16}|"
            r"\bno groups\b|not (?:a )?(?:joiner|joining)\b|not a (?:mixer|people person|group person)|"
            r"sitting in a (?:room|circle) (?:with|talking)[^.,;\n]{0,12}|groups are not|"
            r"keeps (?:himself|herself) to (?:himself|herself)|\bshy (?:of|with|in)\b|(?:very|painfully|is|a bit|"
            r"too) shy\b"
        ),
    ),
    (
        "Would know nobody there",
        (
            r"(?:full of|room of|roomful of) strangers|walk(?:ing)? into (?:a|an) (?:\w+ )?(?:room|hall|place)|"
            r"would ?n.?t know any ?(?:one|body)|would not know any ?(?:one|body)|does ?n.?t know any ?(?:one|"
            r"body)|\bknow(?:s)? no ?(?:one|body)|walk(?:ing)? (?:in|into a room|into places?) (?:alone|on (?:his|her|"
            r"my) own)|nervous of (?:new people|strangers|going)|on (?:my|his|her) own the first time|"
            r"(?:worried|scared|frightened|anxious|nervous) (?:of|about) (?:walking in|new people|strangers|meeting)"
        ),
    ),
    (
        "With somebody they know",
        (
            r"(?:rather|would|prefer to|if|could) (?:\w+ ){0,3}(?:go |come )?with (?:somebody|"
            r"someone|a friend|her friend|his friend|my friend|her sister|company)|a (?:familiar )?face (?:you|she|"
            r"he) know|"
            r"\bfamiliar faces?\b|people (?:she|he) (?:already )?knows?"
        ),
    ),
    (
        "People of their own age",
        r"(?:with|wants?|meet|around|find|prefers?|for|like|among|needs) (?:some |more )?(?:people|others|lads|"
        r"lasses|girls|boys|kids|men|women|folk|some(?:one|body)|friends|peers|ones) (?:\w+ )?(?:of |"
        r"around |about )?(?:his|her|my|their) (?:own )?age\b|other (?:young )?(?:mums|mams|dads|teenagers|"
        r"young people)\b",
    ),
    (
        "Prefers their own company",
        (
            r"(?:his|her|my|their) own company|likes (?:to be|being) (?:alone|on (?:his|"
            r"her) own)|a loner|prefers to be (?:alone|on (?:his|her) own)"
        ),
    ),
    (
        "Online first",
        (
            r"online(?: (?:to start|first|or by post|only|for now))|by (?:zoom|video)|"
            r"on(?:-|\s)?line group|by post|(?:start|begin) online|over (?:zoom|the internet)"
        ),
    ),
    (
        "Comes to the home",
        (
            r"com(?:es?|ing) to (?:the house|(?:him|her|me|us) (?:at home)?|(?:his|her|"
            r"my) (?:home|house|flat|door))|visit(?:s|ed)? at home by|someone to (?:come|"
            r"visit|pop) (?:in|round)|home visits? only|at home only"
        ),
    ),
)
OF_OTHERS = frozenset({"Somebody would go with them", "Not on their own"})
