"""How notes say how somebody gets about: a label and the words that say it.

Invariant: data alone; the first pattern that fits words wins. What `OF_OTHERS` names says who else drives, and so is
looked for in what is said of others too.
"""

from search.understanding.wordings import BEGINS, CAN, ENDS, KIN, NT, SMALL, THEM

_NOT = rf"(?:no longer|not|{NT}|nae|no|never|stopped|gave up|given up|can.?t|cannot|cannae|dinnae|unable to)"
_RIDES = r"(?:drive|drop|fetch|collect|run|pick|bring|take|give)"
# Where a ride leads that is no ride to something to do, and what is taken that is nobody.
_ELSEWHERE = (
    r"(?! (?:\w+ ){0,3}(?:hospital|gp|doctor|dr|surgery|clinic|dentist|bed|toilet|bath|meds|medication|tablets|bloods|"
    r"shopping|seriously|on board|through|back to))"
)
TRAVEL: tuple[tuple[str, str], ...] = (
    (
        "No longer drives",
        (
            r"(?:no longer|not|stopped|gave up|given up|can.?t|cannot|cannae|unable to|never)\s+(?:able to )?(?:now )?"
            r"driv(?:e|es|ing)\b(?: now| any ?more)?|n.?t driv\w+ (?:now|any ?more|since)|"
            r"gave up (?:the|his|her|my) car(?: last year)?|(?:sold|lost) (?:the|his|her|my) (?:car|licen[cs]e)|"
            r"(?:gave|given) up (?:the |his |her |my )?(?:driving|car|licen[cs]e)|licen[cs]e (?:gone|revoked|taken)|"
            r"dvla (?:took|stopped|revoked)"
        ),
    ),
    (
        "No car",
        (
            r"\b(?:no|nae|without a|without) (?:car|transport|vehicle|wheels)\b(?! park)|"
            rf"(?:has|have|had|do(?:es)?|got)\s?(?:not|{NT}|nae|no) (?:a |got a |have a |own a |our )?car\b|"
            r"\b(?:i|she|he|we|they|mum|dad|mam|neither|nobody|no one|parents?)\s(?:\w+ )?"
            r"(?:do(?:es)?\s?(?:n.?t|not|nae|na)|dinn?ae|dinna|never|can.?t|cannot|cannae) (?:learn\w* to )?drives?\b|"
            rf"\bnon.?driver|does(?: not|{NT}) drive|\b(?:nobody|no one|neither|none) (?:\w+ ){{0,3}}drives\b"
        ),
    ),
    (
        "Needs an accessible vehicle",
        (
            r"\bwav\b|wheelchair (?:taxi|accessible (?:vehicle|taxi|van|car|transport))|(?:adapted|accessible) "
            r"(?:car|van|vehicle|taxi|minibus)|tail ?lift"
        ),
    ),
    (
        "Not by bus",
        (
            r"(?:don.?t|dinnae|does ?n.?t|do not|does not) (?:do|use|like|manage|get) (?:the )?(?:public transport|"
            r"bus(?:es)?)(?: now)?|"
            rf"(?:can.?t|cannot|cannae|won.?t|will not|not|never|no longer|{NT})\s+(?:\w+ ){{0,2}}(?:the )?"
            r"(?:bus(?:es)?|public transport)\b(?! pass)(?: (?:back|home))?(?: in the dark)?|"
            r"\b(?:no|nae) (?:public transport|bus(?:es)?)\b(?! (?:money|fare|pass))(?: \w+ (?:here|way|us))?|"
            r"\bbus(?:es)?(?: service)?(?:'s| is| was| has been| has| have)? (?:stopped|cut|axed|gone|withdrawn|"
            r"too much|"
            r"does ?n.?t (?:run|come|go))"
        ),
    ),
    (
        "Not in the dark",
        rf"(?:not|{NT}|nae|never|won.?t|hates?)\s+(?:\w+ ){{0,3}}(?:in|after|going out in) (?:the )?dark",
    ),
    (
        "No busy road to cross",
        (
            rf"(?:not|{NT}|nae|cannot|can.?t|never|unable to|scared to|"
            rf"afraid to)\s+(?:safely )?cross(?:ing)? (?:the |a |"
            r"any |that )?(?:\w+ )?roads?|no (?:main |busy |big )?roads? to cross|"
            r"(?:no|poor) road sense"
        ),
    ),
    (
        "No money for fares",
        (
            r"(?:no|nae|not enough|can.?t afford|cannot afford|cannae afford)\s+(?:the )?(?:bus |taxi )?(?:money|"
            r"fares?)(?: for (?:the )?(?:bus|taxi|taxis|fares?))?|(?:bus|taxi)s? (?:is |are )?(?:too )?(?:dear|"
            r"expensive)|"
            r"can.?t afford (?:the |a )?(?:bus|taxis?)"
        ),
    ),
    (
        "Community transport",
        (
            r"ring (?:and|&|n|.n.?|a) ride|dial[- ]a[- ](?:ride|bus)(?: form)?|community (?:transport|car|bus|"
            r"minibus)(?: scheme)?|patient transport|door.to.door|volunteer drivers?|(?:voluntary|social|"
            r"good neighbour) "
            r"car scheme|\bcar scheme|demand.responsive|shopmobility|minibus"
        ),
    ),
    (
        "Has a bus pass",
        (
            r"(?:bus|travel|concessionary|freedom|companion|oyster|rail|disabled|senior|saver|young scot)[- ]?"
            r"(?:pass|card|railcard)\b|got (?:my|his|her) pass|uses (?:his|her) pass|railcard"
        ),
    ),
    (
        "By bus, tram or on foot",
        r"\b(?:walk|bus|tram|metro|train|taxi|bike)(?: or (?:the )?(?:walk|bus|tram|metro|train|taxi|bike))+",
    ),
    (
        "By bus",
        (
            r"\b(?:gets?|gan|goes?|takes?|catch(?:es)?|uses?|on|by|via|likes|manages?|rides?) (?:on )?(?:the |a |"
            r"one |two |his |her |my )?bus(?:es)?\b(?! driver)|\bbus (?:is|ok|fine|route|stop|goes|only)\b"
            r"(?: fine| ok| outside)?|\bone bus route|\b(?:number |no\.? ?|the )?(?:[a-z]?\d{1,3}[a-z]?) bus\b|"
            r"\bbus (?:no\.? ?|number )?\d{1,3}\b|\bpublic transport\b|\bpark (?:and|&) ride|"
            rf"{BEGINS}(?:by |the |one |two )?bus(?:es)?{ENDS}"
        ),
    ),
    (
        "By tram or train",
        (
            r"\b(?:metro|tram|train|tube|underground|overground|subway|dlr|metrolink|supertram)(?:s)? ?(?:.s |is |"
            r"are )?"
            r"(?:ok|fine|no bother|no problem|easy|alright|with (?:assistance|help|passenger assist))\b|(?:travels? "
            r"(?:alone )?|goes? |gets? |by |on |uses? |takes? |catch(?:es)? |manages? )(?:on |by )?(?:the )?"
            r"(?:tram|metro|train|tube|underground|overground|subway|dlr|metrolink)s?\b(?! (?:set|driver))|"
            r"passenger assist|"
            r"\b(?:tram|metro|train|tube) (?:stop|station)\b"
            rf"|{BEGINS}(?:by |the )?(?:tram|metro|train|tube){ENDS}"
        ),
    ),
    (
        "By taxi",
        r"\btaxi ?cards?\b|\b(?:minicabs?|(?:by|in a|gets? a) cab|cabs)\b(?! driver)|\btaxi(?:s)?\b(?! (?:driver|"
        r"rank|firm))|\buber\b",
    ),
    (
        "Somebody can drive them",
        (
            rf"\b{KIN}(?: [a-z]+)?(?:.s)? (?:has|have|got|s got|with|lends?|uses?) (?:a |the |their |our |"
            rf"own )?(?:car|van)\b|"
            rf"\b{KIN}.?s?.? (?:car|van)\b|\b(?:i|we|{KIN})\s?(?:always |usually |normally )?"
            rf"drives?(?: {THEM})?\b(?! (?:a |the |for |round the )?(?:bus|buses|taxi|taxis|lorr|truck|van|train|"
            rf"hgv|cab|"
            rf"{THEM}?\s?(?:mad|up the wall|crackers|round the bend|spare)))|"
            rf"(?<!carer )(?<!carers )(?<!staff )(?<!worker )(?<!nurse )(?<!ambulance )(?<!team )"
            rf"(?<!or )\b(?!it|carers?\b|staff|worker|nurse|ambulance|she\b|he\b)[a-z]+ ?{CAN} (?:always |usually |"
            rf"easily |often )?"
            rf"(?:drive{ENDS}|drive {THEM}|{_RIDES} {THEM}\b{_ELSEWHERE}(?: up| a lift| there| in| down| over| off|"
            rf" home)?)|"
            rf"\b(?!carers?\b|staff|worker|nurse|ambulance|team|police|that\b|which\b|she\b|he\b|"
            rf"what\b)[a-z]{{3,}} (?:drives|drops|fetches|collects|runs|brings|takes) {THEM}\b(?: \w+)?{_ELSEWHERE}"
            rf"(?=\s*(?:everywhere|there|in|up|down|along|over|to|about|places|out|anywhere|[.,;:)\n]|$))|"
            rf"\blifts? (?:from|off|with) (?:a |her |his |my |the |our )?\w+|(?:gives?|offers?|offered|gets?) "
            rf"(?:{THEM} )?(?:a )?lifts?\b"
        ),
    ),
    (
        "Has a car",
        r"\b(?:has|have|got|still has|family|own|motability|runs)\s+(?:the |a |her |his |my |own |an? adapted )?(?:car|"
        r"van)\b|still driv(?:es|ing)|\bdrives (?:himself|herself|locally|short|everywhere|anywhere)|(?:got|"
        r"has) the van|"
        r"\b(?:he|she|i) (?:can )?drives?\b(?=\s*(?:[.,;:)\n]|$))|"
        rf"{BEGINS}(?:own car|car|drives|by car|has car|driver){ENDS}",
    ),
    (
        "Needs a lift",
        (
            r"(?:needs?|wants?|would need|re|if (?:there was|there.s|she had|he had)) (?:a )?lift\b|"
            r"(?:must|has to|needs to|need to|have to|wants to|needs?) (?:be )?(?:fetch(?:ed|ing)?|brought|"
            r"collect(?:ed|ing)|picked up|picking up|taken (?:there|and)|transport\b|bringing)|somebody must fetch \w+|"
            r"if (?:\w+ ){1,4}(?:fetch(?:es|ed)?|collect(?:s|ed)?|picks?|picked|brings|brought) (?:him|her|me|them)|"
            r"needs (?:a )?(?:driver|ride)\b"
        ),
    ),
    (
        "By mobility scooter",
        r"\bmobility scooter|\b(?:on|uses?|by|has|got) (?:a |his |her |my |the )?scooter\b|"
        r"\bscooter (?:for|outdoors|outside|to)\b",
    ),
    (
        "With a pram or buggy",
        (
            r"\b(?:buggy|pram|pushchair|double buggy)s? (?:on the (?:bus|tram|metro|train)|everywhere)|"
            r"\bwalks? (?:\w+ ){0,3}(?:the )?(?:pram|buggy|pushchair)|(?:by|with) (?:the |a )?(?:pram|buggy|"
            r"pushchair)\b"
        ),
    ),
    (
        "By bike",
        r"\b(?:has|got|on|rides|by|uses|goes by) (?:a |an |his |her |my |the )?(?:e-?bike|bike|bicycle|push ?bike|"
        r"trike)\b|"
        rf"\bcycles (?:everywhere|there|in|to)|{BEGINS}(?:bike|cycles|by bike){ENDS}",
    ),
    (
        "A short walk only",
        (
            rf"(?:can|could|only|able to|manages?) (?:only )?walk(?:s)? (?:only )?(?:to the end of|"
            rf"as far as|about |a short|short|{SMALL})(?: \w+){{0,4}}|\d+ ?(?:m|metres|yards|yds) (?:then|"
            rf"before|outdoors|max|only)[^.,;\n]{{0,12}}|"
            rf"cannot go (?:any )?further than[^.,;\n]{{0,20}}|(?:can.?t|cannot|cannae) walk (?:far|any distance|"
            rf"that far)|"
            rf"(?:within )?walking distance|short walks? only|not (?:too )?far (?:to walk|on foot)"
        ),
    ),
    (
        "Only close to home",
        (
            r"(?:nothing|not|nowhere|anything) (?:too |that.s too )?far(?: away| from home)?\b(?! (?:off|behind|"
            r"from it|wrong))|"
            r"\b(?:local only|only local|somewhere local|close to home|near (?:to )?home|round the corner|"
            r"on the doorstep|in the village|on the estate only)\b"
        ),
    ),
    (
        "Goes on foot",
        (
            rf"\bwalks (?:about |around |up to |for )?{SMALL}(?: or \w+)? ?(?:min\w*|miles?|streets)|"
            r"\b(?:walks|can walk|walk) (?:everywhere|anywhere|there|to (?:the )?(?:town|shops?|village|"
            r"centre))\b|"
            rf"\bon foot\b|\b(?:can walk|happy to walk|fine walking|legs it){ENDS}|{BEGINS}walks{ENDS}"
        ),
    ),
)
OF_OTHERS = frozenset({"Somebody can drive them", "With a pram or buggy", "No car"})
