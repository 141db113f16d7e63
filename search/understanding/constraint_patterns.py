"""How notes say what makes going possible: travel, access and company, each a label and the words that say it.

Invariant: data alone. Labels are what a worker reads and never name an illness; the first pattern that fits words wins.
"""

# A stretch without any of these says nothing of it: looked at first, since most sentences say nothing.
HINTS = {
    "travel": (
        r"driv|\bcar\b|\bvan\b|\bbus|dark|fare|money|afford|ring and|ring a|dial|transport|pass\b|tram|metro|train|"
        r"taxi|"
        r"lift|fetch|tak(?:e|es)\b|brings?\b|brought|bike|bicycle|walk|metres|\d ?m\b|further"
    ),
    "access": (
        r"wheel|frame|zimmer|rollator|walker|stick|crutch|tripod|step|stair|ramp|level|hear|deaf|blind|sight|macular|"
        r"visual|see\b|print|eyes|read\b|easy|plain|makaton|mats|english|interpret|\bin [a-z]+|memory|forget|lost|"
        r"muddled|confused|remind|someone|somebody|carer|support|escort|1:1|one|accompan|alone|own\b|arm|noise|noisy|"
        r"loud|quiet|bright|overwhelm|sensory|crowd|busy|big|slow|time|tire|fatigue|rest|chair|sit\b|stand|toilet|"
        r"changing|breath|oxygen|bound|out\b|phone|calls|money|afford|skint|benefits|free|cost|scared|panic"
    ),
    "company": (
        r"group|\bone\b|\btwo\b|three|know|company|alone|loner|wom[ae]n|\bmen\b|ladies|female|girls|lads|online|zoom|"
        r"video|post\b|home|house|flat|door|shy|mix|join|room|circle|friend|person|people|crowd|side|stranger|own\b|"
        r"visit|face|with\b|himself|herself"
    ),
}
TRAVEL: tuple[tuple[str, str], ...] = (
    (
        "No longer drives",
        (
            r"(?:no longer|not|n.?t|never|stopped|gave up|given up|can.?t|cannot|unable to)\s+(?:able to )?(?:now )?"
            r"driv\w+(?: now| any ?more)?|gave up (?:the|his|her|my) car(?: last year)?|sold (?:the|"
            r"his|her|my) car|given up (?:the )?driving|no car|has ?n.?t got a car|without a car"
        ),
    ),
    (
        "Not by bus",
        (
            r"(?:don.?t|does ?n.?t|do not) (?:do|use|like) (?:the )?bus(?:es)?(?: now)?|"
            r"(?:can.?t|cannot|won.?t|will not|not|never|no longer)\s+(?:\w+ ){0,2}(?:the )?"
            r"bus(?:es)?\b(?! pass)(?: (?:back|home))?(?: in the dark)?"
        ),
    ),
    ("Not in the dark", r"(?:not|n.?t|never|won.?t)\s+(?:\w+ ){0,3}(?:in|after) (?:the )?dark"),
    (
        "No money for fares",
        (
            r"(?:no|not enough|can.?t afford|cannot afford)\s+(?:the )?(?:bus )?(?:money|"
            r"fares?)(?: for (?:the )?(?:bus|taxi|taxis|fares?))?|no bus money"
        ),
    ),
    (
        "Community transport",
        (
            r"ring and ride|ring a ride|dial[- ]a[- ]ride(?: form)?|community (?:transport|"
            r"minibus)|patient transport|door to door"
        ),
    ),
    ("Has a bus pass", r"(?:bus|travel|concessionary) pass|got (?:my|his|her) pass|uses (?:his|her) pass"),
    (
        "By bus",
        (
            r"\b(?:gets?|gan|goes|takes?|catch(?:es)?|uses?|on|by) (?:on )?(?:the |a |"
            r"one )?bus(?:es)?\b|\bbus (?:is|ok|fine|route)(?: fine| ok)?|one bus route"
        ),
    ),
    (
        "By bus, tram or on foot",
        r"\b(?:walk|bus|tram|metro|train|taxi|bike)(?: or (?:the )?(?:walk|bus|tram|metro|train|taxi|bike))+",
    ),
    (
        "By tram or train",
        (
            r"\b(?:metro|tram|train)(?:s)? ?(?:is )?(?:ok|fine)\b|(?:travels? (?:alone )?|"
            r"goes |gets? |by |on |uses )(?:on |by )?(?:the )?(?:tram|metro|train)\b"
        ),
    ),
    ("By taxi", r"\btaxi(?:s)?\b"),
    (
        "Has a car",
        r"\b(?:has|have|got|still|family|own|motability)\s+(?:the |a |her |his |my |own )?(?:car|"
        r"van)\b|still drives|\bdrives (?:himself|herself)|(?:got|has) the van",
    ),
    (
        "Needs a lift",
        (
            r"(?:someone|somebody|son|daughter|sister|brother|friend|neighbour|husband|wife|mate)(?: will|"
            r" can| could)? "
            r"(?:drives?|fetch(?:es|ed)?|takes?|brings?) (?:me|him|her)\b(?! to hospital)|(?:needs?|"
            r"wants?|would need|offer(?:ed)?|re) (?:a )?lift\b|lifts? from|"
            r"(?:must|has to|needs to|need to|have to) (?:be )?(?:fetch(?:ed)?|brought|"
            r"collected|picked up|taken)|somebody must fetch \w+|(?:our |his |her |my )\w+ (?:takes|"
            r"drives|brings|fetches) (?:me|him|her)"
        ),
    ),
    ("By bike", r"\b(?:has|got|on|rides|by) (?:a |his |her |my )?(?:bike|bicycle|push ?bike)\b"),
    (
        "A short walk only",
        (
            r"(?:can|could|only|able to) (?:only )?walk(?:s)? (?:only )?(?:to the end of|"
            r"as far as|a few|a little|short|\d+)(?: \w+){0,4}|\d+ ?(?:m|metres|yards) (?:then|"
            r"before|outdoors|indoors)[^.,;\n]{0,12}|cannot go (?:any )?further than[^.,;\n]{0,20}|"
            r"walking distance"
        ),
    ),
)
ACCESS: tuple[tuple[str, str], ...] = (
    (
        "Uses a wheelchair",
        r"\b(?:powered |manual |electric )?wheel ?chair\b(?! (?:basketball|rugby|tennis|sport|"
        r"racing|dancing|tray|service|curling))",
    ),
    (
        "Uses a walking frame",
        (
            r"\b(?:walking frame|wheeled (?:frame|walker)|zimmer(?: frame)?|rollator|"
            r"(?:with|uses a|has a|on a|and|access:|her|his) frame|kaye walker|walker indoors|"
            r"three.wheeled|four.wheeled walker)\b"
        ),
    ),
    (
        "Uses a stick or crutches",
        (
            r"\b(?:walking sticks?|(?:with (?:a|my|his|her|two|one)|my|his|her|uses a|"
            r"two|a) sticks?|crutch(?:es)?|tripod)\b"
        ),
    ),
    (
        "Needs step-free access",
        (
            r"\bstep[- ]free\b|(?:can.?t|cannot|can not|unable to|no|not|n.?t|struggles with|"
            r"problem with)\s+(?:\w+ ){0,3}(?:the )?(?:stairs|steps)\b|the steps(?: \w+){0,3}(?: are)? a problem|"
            r"needs? (?:a )?ramp|level access (?:only|needed)"
        ),
    ),
    (
        "Hard of hearing",
        (r"\bhard of hearing|hearing loss|deaf\b|hearing aids?|(?:can.?t|cannot|does ?n.?t) hear\b(?! the end)"),
    ),
    (
        "Sight loss",
        (
            r"\b(?:registered |severely )?(?:blind|sight impaired|partially sighted)\b|"
            r"sight loss|macular|visual(?:ly)? impair\w+|(?:can.?t|cannot|do not|don.?t) see(?: well|"
            r" to|\b)|large print|poor (?:eye)?sight|low vision|me eyes|my eyes are"
        ),
    ),
    (
        "Needs plain or spoken words",
        (
            r"(?:cannot|can.?t|unable to) read\b|easy (?:read|words)|needs (?:things|"
            r"it) in easy words|plain words|makaton|talking mats"
        ),
    ),
    (
        "Speaks another language",
        (
            r"(?:little|no|not much|small|limited|some) english|english (?:is|coming on|"
            r"is small|limited)(?: \w+)?|interpreter (?:needed|required|by phone)|does ?n.?t speak english|"
            r"speaks (?:only )?(?:\w+ and )?(?:a )?little english|in (?:polish|urdu|punjabi|"
            r"bengali|sylheti|arabic|somali|gujarati|cantonese|ukrainian)\b"
        ),
    ),
    (
        "Forgets, needs reminding",
        (
            r"\b(?:poor|short.term|bad) memory|forget(?:s|ful)|memory (?:trouble|problems?|"
            r"loss)|gets (?:lost|muddled|confused)|needs? remind\w+|reminders"
        ),
    ),
    (
        "Needs somebody with them",
        (
            r"needs? (?:someone|somebody|a carer|support|an escort|one to one|1:1)\s*(?:with (?:him|"
            r"her|me|them))?|must be accompanied|not (?:safe )?(?:on (?:his|her) own|"
            r"alone)|need an arm|needs an arm|with (?:his|her) (?:carer|pa|support worker)|"
            r"not safe on roads"
        ),
    ),
    (
        "Needs quiet",
        (
            r"(?:too|very) (?:loud|noisy)|noise|noisy (?:rooms?|places?|halls?)|loud (?:rooms?|"
            r"places?|halls?|noises?)|quiet (?:room|space|place|corner)|bright lights|"
            r"overwhelm\w*|sensory overload"
        ),
    ),
    (
        "Crowds are hard",
        (
            r"\b(?:anxi\w+ in |scared in |panics? in |not good in |hates |no |in )?crowds?\b|"
            r"crowded|busy places|big (?:crowd|groups?)"
        ),
    ),
    (
        "One thing at a time",
        (
            r"one thing at a time|slow processing|needs time|gets tired|fatigue|tires (?:easily|"
            r"quickly)|rests? (?:often|after)"
        ),
    ),
    (
        "Needs a chair with arms",
        (
            r"chairs? with arms|high chair\b(?! baby)|somewhere to sit|cannot stand (?:for )?long|"
            r"can.?t stand (?:for )?long"
        ),
    ),
    ("Needs a toilet close by", r"(?:near|needs?|close to) (?:a |the )?toilet|accessible toilet|changing place"),
    ("Short of breath", r"\b(?:short of breath|breathless|on oxygen|home oxygen|oxygen at home)\b"),
    (
        "Rarely leaves home",
        (
            r"\bhouse ?bound\b|does(?: not|n.?t) (?:go|get) out|never (?:goes|gets) out|"
            r"not been out|unable to leave (?:the )?(?:house|home)|can.?t get out|bed ?bound"
        ),
    ),
    (
        "Does not use the telephone",
        (
            r"won.?t (?:do|answer|use) (?:the )?(?:phone|calls|phone calls)|no phone calls|"
            r"does ?n.?t answer the phone"
        ),
    ),
    (
        "Money is tight",
        (
            r"money (?:is )?(?:short|tight)|no money\b|short of money|can.?t afford|skint|"
            r"on benefits|free only|has to be free|low cost"
        ),
    ),
)
COMPANY: tuple[tuple[str, str], ...] = (
    (
        "One to one, or side by side",
        (
            r"\b(?:just |only )?(?:one or two|one to one|1:1|one other person|one person|"
            r"a couple of people|two or three people)\b|just (?:the )?(?:one|two) of|"
            r"one (?:man|woman|mum|other|fella|bloke|chap|lady|lad|person)\b[^.,;\n]{0,12}|not a big crowd|"
            r"side by side|"
            r"small group"
        ),
    ),
    (
        "Not one for groups",
        (
            r"not (?:one for|a|into|keen on) groups?(?: person)?|does ?n.?t (?:do|like|"
            r"want) groups?|hates groups|a group would be (?:my|her|his)[^.,;\n]{0,16}|"
            r"no groups|not (?:a )?(?:joiner|joining)\b|not a (?:mixer|people person)|"
            r"sitting in a (?:room|circle) (?:with|talking)[^.,;\n]{0,12}|groups are not|"
            r"keeps (?:himself|herself) to (?:himself|herself)|shy\b"
        ),
    ),
    (
        "Would know nobody there",
        (
            r"would ?n.?t know any ?(?:one|body)|would not know any ?(?:one|body)|does ?n.?t know any ?(?:one|"
            r"body)|know(?:s)? no ?(?:one|body)|walk(?:ing)? in (?:alone|on (?:his|her|"
            r"my) own)|nervous of (?:new people|strangers|going)|on (?:my|his|her) own the first time"
        ),
    ),
    (
        "With somebody they know",
        (
            r"(?:rather|would|prefer to|if|could) (?:\w+ ){0,3}(?:go |come )?with (?:somebody|"
            r"someone|a friend|her friend|his friend|my friend|her sister|company)|if (?:her|"
            r"his|my) (?:friend|mate|sister|brother|cousin|carer)(?: \w+)? (?:could|can|"
            r"would|came|went|goes|comes)(?: come| go)?|a face (?:you|she|he) know"
        ),
    ),
    (
        "Prefers their own company",
        (
            r"(?:his|her|my|their) own company|likes (?:to be|being) (?:alone|on (?:his|"
            r"her) own)|a loner"
        ),
    ),
    ("Women only", r"women (?:only|'s only)|only women|no men\b|mixed groups?|ladies only|female only|girls only"),
    ("Men only", r"men only|only men|just (?:the )?(?:men|lads)|with men (?:of|who)[^.,;\n]{0,14}"),
    (
        "Online first",
        (
            r"online(?: (?:to start|first|or by post|only|for now))|by (?:zoom|video)|"
            r"on(?:-|\s)?line group|by post|(?:start|begin) online"
        ),
    ),
    (
        "Comes to the home",
        (
            r"com(?:es?|ing) to (?:the house|(?:him|her|me|us) (?:at home)?|(?:his|her|"
            r"my) (?:home|house|flat|door))|visit(?:s|ed)? at home by|someone to (?:come|"
            r"visit|pop) (?:in|round)|home visits? only|at home (?:only|with)"
        ),
    ),
)
# Said of a relative too: when they sit, the person is free.
SITS = (
    r"\b(?:break|respite|off\b|has (?:the )?baby|sits?\b|sitter|babysits?|babysit|free|rest|"
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
    r"want(?:s|ed)?|would like|would love|need(?:s|ed)?)\b"
)
