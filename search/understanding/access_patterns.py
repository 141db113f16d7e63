"""How notes say what somebody needs to get in and stay: a label and the words that say it.

Invariant: data alone; labels name no illness; the first pattern that fits words wins. Things that stay in the house
(commode, bed lever, perching stool, bath board) say nothing of going out and stand in no pattern.
"""

from search.understanding.wordings import BEGINS, ENDS, NT, SMALL, SOMEBODY

_NOT = rf"(?:can.?t|cannot|can not|cannae|could ?n.?t|unable to|not able to|struggles? to|not|{NT})"
_NEAR = r"(?:near|nearby|close|close by|closeby|handy|at hand|on (?:the )?(?:same|ground) (?:floor|level)|within reach)"
_LOO = r"(?:toilets?|loos?|lav|wc|bathroom)"
ACCESS: tuple[tuple[str, str], ...] = (
    (
        "Uses a wheelchair",
        r"\b(?:powered |manual |electric |tilt(?:.in.space)? |attendant |self.propel\w* )?(?:wheel ?chairs?|w/?chair|"
        r"power ?chair|electric chair)\b(?! (?:basketball|rugby|tennis|sport|racing|dancing|tray|service|services|"
        r"curling|"
        r"clinic|cushion|taxi|accessible taxi|for (?:his|her|the) (?:wife|husband|mum|dad)))",
    ),
    (
        "Uses a mobility scooter",
        r"\bmobility scooter|\b(?:on|uses?|by|has|got) (?:a |his |her |my |the )?scooter\b|\bscooter (?:for|"
        r"outdoors|outside|"
        r"to)\b",
    ),
    (
        "Uses a walking frame",
        (
            r"\b(?:walking frame|wheeled (?:frame|walker)|zimmer(?: ?frame)?s?|rollator|gutter frame|pulpit frame|"
            r"delta frame|(?:with|uses a|uses|has a|on a|on|and|access:|her|his|my|via|behind a|behind the|two.wheeled|"
            r"three.wheeled|four.wheeled) (?:wheeled )?frame|kaye walker|walker (?:indoors|outdoors|outside)|"
            r"(?:on|with|uses|behind) (?:a|her|his|my) (?:walker|trolley walker)|three.wheeled|four.wheeled walker|"
            rf"walks? (?:\w+ )?frame|frame (?:indoors|outdoors|outside|in the house|for walking))\b|"
            rf"{BEGINS}(?:a |own )?(?:frame|walker|wheelie){ENDS}"
        ),
    ),
    ("Uses a long cane", r"\b(?:long|white|symbol|guide|red and white) cane\b|\bwhite stick\b"),
    (
        "Uses a stick or crutches",
        (
            r"\b(?:walking sticks?|(?:with (?:a|the|my|his|her|two|one)|with|on|on a|on two|my|his|her|uses a|uses|"
            r"has a|1|2|"
            r"one|two|a|x2|x1|quad|tripod|elbow) (?:walking )?(?:sticks?)(?! (?:to|up|out|with|around|of|by|in the mud|"
            r"insect|in her throat|blender))|stick (?:indoors|outdoors|outside|only|when out|for (?:outdoors|"
            r"outside|balance|"
            r"distance))|crutch(?:es)?|tripod)\b|"
            rf"{BEGINS}sticks?{ENDS}"
        ),
    ),
    ("Needs a changing place", r"changing (?:bed|place|places|bench|table for (?:an )?adults?)\b|adult changing"),
    (
        "Needs hoisting",
        r"\bhoist(?:ed|ing)?\b(?! (?:sling|service|at home|serviced|engineer|battery|broken|not working))",
    ),
    (
        "Needs wide doors",
        r"\bwide(?:r)? (?:enough )?(?:door|doors|doorway|doorways|entrance|aisle|gate)s?\b|"
        r"doors? (?:wide|wide enough|over \d+)\b",
    ),
    (
        "Needs step-free access",
        (
            rf"\bstep[- ]free\b|(?:can.?t|cannot|can not|cannae|unable to|no|nae|not|{NT}|avoids?|hates|"
            rf"struggles (?:with|on)|"
            r"struggle with|problem with|trouble with|without)\s+(?:\w+ ){0,3}(?:the |any )?(?:stairs?|steps?)\b"
            r"(?! (?:group|team|down|change|count|forward|lift))|"
            rf"\b{SMALL} (?:small |shallow |wee )?(?:steps?|stairs?) (?:max|maximum|only|at (?:the )?most|"
            rf"at a push|is (?:my|"
            rf"her|his) limit|ok)\b|(?:max(?:imum)?|only|up to|at most|"
            rf"no more than) (?:of )?{SMALL} (?:small |shallow )?"
            r"(?:steps?|stairs?)\b|"
            r"the steps(?: \w+){0,3}(?: are)? a problem|(?:stairs|steps) (?:are |is )?(?:a problem|hard|difficult|"
            r"no good|too "
            r"much|impossible|out)\b|needs? (?:a )?(?:ramp|lift access|a lift in the building)|"
            r"ramp(?:ed)? (?:access|needed|in|"
            r"only)|level (?:access|entrance|entry|floor) (?:only|needed)|needs level access|\bon the (?:flat|"
            r"level) only|"
            r"(?:must be|has to be|needs|only|needs to be) (?:on )?(?:the )?(?:ground floor|on the flat|"
            r"all one level|flat access)"
        ),
    ),
    (
        "A seat near the door",
        r"(?:near|by|next to|beside|close to|facing|at) (?:the |a )?(?:door|exit|way out)\b(?= please|[.,;:)\n]|$|"
        r" so| in case|"
        r" and can| to (?:get|leave|slip))|(?:aisle|end) seat|(?:sit|seat|sits|seated|chair|table|"
        r"sat) (?:\w+ )?(?:near|by|next to|"
        r"beside|close to) (?:the |a )?(?:door|exit|way out)|easy (?:exit|way out|to leave)",
    ),
    (
        "Uses British Sign Language",
        r"\bbsl\b(?! (?:class|course|lesson))|british sign language|\bsign language (?:user|interpreter)|"
        r"\bsigns (?:only|first)|"
        r"sign supported",
    ),
    (
        "Hard of hearing",
        (
            r"\bhard (?:of|o.?) hearing|hearing loss|\bdeaf(?:ened)?\b(?! (?:club|centre|ears? to))|hearing ?aids?|"
            r"(?:can.?t|cannot|cannae|does ?n.?t|struggles to) hear\b(?! the end)|(?:hearing|induction|t|a) loop\b|"
            r"\bloop (?:system|needed|in)|lip.?reads?|(?:poor|bad|no|reduced) hearing|hears (?:nothing|little|"
            r"better on)|"
            r"cochlear"
        ),
    ),
    (
        "Needs large print",
        r"\b(?:large|big|giant|bigger|larger|bold)[- ]?print\b|print (?:large|big)|"
        r"(?:in|needs|on) (?:yellow|coloured|pastel) paper",
    ),
    (
        "Needs to hear it, not read it",
        r"\baudio\b(?! ?(?:book|books|equipment|engineer|visual|description))|\bbraille\b|(?:read|reading|read things) "
        r"(?:it |them |things |letters )?(?:out )?(?:aloud )?to (?:him|her) (?:first|aloud)|not leaflets|(?:things|"
        r"letters|it|needs) read (?:out|aloud)|"
        r"screen.?reader|"
        r"(?:cannot|can.?t|cannae|unable to) read (?:the |a |any )?(?:print|leaflets?|letters?|small)",
    ),
    ("Has a guide dog", r"\b(?:guide|assistance|hearing) dogs?\b(?! (?:charity|puppy|puppies|training|trainer))"),
    (
        "Sight loss",
        (
            r"\b(?:registered |severely )?(?:blind|sight impaired|partially sighted)\b(?! (?:bowls|football|club|"
            r"cord|roller|"
            r"man.s|spot))|sight loss|macular|visual(?:ly)? impair\w+|(?:can.?t|cannot|cannae|do not|"
            r"don.?t) see(?: well|"
            r" to\b|(?! (?:the point|why|him|her|them|us|me|it|a|any|people|what|that|much of|myself))\b)|"
            r"(?:poor|bad|failing|reduced|losing (?:his|her|my)|no) (?:eye)?sight|low vision|tunnel vision|me eyes|"
            r"my eyes are|"
            r"(?:eyes|sight|eyesight) (?:is |are |has |have )?(?:going|gone|failing|bad|poor)"
        ),
    ),
    (
        "Needs plain or spoken words",
        (
            r"(?:cannot|can.?t|cannae|unable to) read\b|easy (?:read|words)|needs (?:things|"
            r"it) in easy words|plain words|makaton|talking mats|picture (?:cards|symbols|timetable)|\bpecs\b|"
            r"(?:short|simple|plain) (?:sentences|instructions|english)|symbols (?:only|help)|uses (?:an? )?(?:aac|"
            r"communication (?:book|aid|device))"
        ),
    ),
    (
        "Speaks another language",
        (
            r"(?:little|no|nae|not much|not (?:a lot of|good)|small|limited|some|bit of|poor|broken|hardly any|"
            r"no much) english\b|"
            r"english (?:is|coming on|is small|limited)(?: \w+)?|interpreter (?:needed|required|by phone|please|"
            r"each|every)|"
            r"needs (?:an )?interpreter|does ?n.?t speak english|speaks (?:only )?(?:\w+ and )?(?:a )?little english|"
            r"\b(?:speaks?|talks?|understands|prefers|needs|letters|told me|spoke|only|"
            r"mostly) (?:\w+ ){0,2}?in (?:polish|urdu|"
            r"punjabi|bengali|sylheti|arabic|somali|gujarati|cantonese|ukrainian|welsh|gaelic|turkish|romanian|"
            r"tamil|farsi|"
            r"kurdish|tigrinya|portuguese|spanish|italian|mandarin|hindi|bangla|pashto|dari|sorani|mirpuri)\b|"
            r"english (?:is )?(?:her|his|my) (?:second|third)"
        ),
    ),
    (
        "Forgets, needs reminding",
        (
            r"\b(?:poor|short.term|bad) memory|\bforget(?:s|ful)\b|memory (?:trouble|problems?|"
            r"loss)|gets (?:lost|muddled|confused)|needs? (?:a )?remind\w+|\breminders|(?:text|ring|phone|"
            r"call) (?:him|her|me) "
            r"(?:the day|the night|that morning|an hour) before"
        ),
    ),
    (
        "Needs somebody with them",
        (
            rf"needs? (?:{SOMEBODY}|support|an escort|one to one|1:1)\s*with (?:him|her|me|them)|"
            r"needs? (?:support|help|an escort|a carer|assistance|one.to.one|1:1) (?:to (?:get|go|attend|join|"
            r"leave|access|"
            r"travel|come)|when out|outdoors|outside|in the community)|must be accompanied|"
            r"accompanied (?:at all times|outdoors|"
            r"outside|only)|not (?:safe )?(?:on (?:his|her) own|alone)\b|needs? an arm\b|(?:on|takes|"
            r"holding) (?:somebody|"
            r"someone|an|my|his|her \w+).?s? arm\b|with (?:his|her|a) (?:carer|pa|support worker)|"
            r"not safe on roads|needs? (?:someone|somebody|a carer|an escort)(?=\s*(?:[.,;:)\n]|$| (?:there|near|"
            r"nearby|beside|"
            r"to help (?:him|her) (?:in|out|up|with the)|at all times)))|(?:2:1|1:1|two to one|"
            r"one.to.one) (?:support|staffing|"
            r"when out|in the community|outdoors)"
        ),
    ),
    (
        "Needs quiet",
        (
            r"\b(?:some(?:where|thing|place)|anywhere|place|room|bit)(?: \w+)? (?:that.s |more )?(?:quiet(?:er)?|"
            r"calm(?:er)?|"
            r"peaceful|low.key)\b|quiet(?:er)? (?:room|space|place|corner|table|spot|hall|session|hours?|time|setting|"
            r"environment)|(?:low|calm) (?:arousal|stimul\w+|environment|setting)|\becho\w*|sensory (?:room|space|"
            r"friendly|"
            r"needs|overload)|ear ?defenders|(?:no|not|without) (?:too )?(?:loud|noisy|loud music|"
            r"background (?:noise|music))|"
            r"(?:too|very|so|hates? (?:the )?|by) (?:loud|noisy|noise|racket|din)\b|\bnoise\b|noisy (?:rooms?|"
            r"places?|halls?)|"
            r"loud (?:rooms?|places?|halls?|noises?)|bright lights|strip lights|overwhelm\w*"
        ),
    ),
    (
        "Crowds are hard",
        (
            r"\b(?:(?:anxi\w+|scared|panics?|not good|bad|struggles|nervous) (?:in|of|with) |hates |no |avoids? |"
            r"too |big |"
            r"(?:can.?t|cannae|cannot|won.?t|does ?n.?t|don.?t) (?:do|like|cope with|manage|face|stand) |not in )"
            r"(?:big )?(?:crowds?|crowded|busy places)\b|\bcrowds\b|\bcrowded\b|busy places|big (?:crowd|groups?)"
        ),
    ),
    (
        "One thing at a time",
        (
            r"one thing at a time|slow processing|needs (?:extra |more |processing )?time(?: to (?:think|answer|"
            r"process|settle))?"
            r"|gets tired|(?:bad |bouts of )?fatigue|tires (?:easily|quickly|fast|out)|rests? (?:often|after)|"
            r"needs (?:a )?rests?\b|short (?:sessions?|bursts|attention)|half an hour (?:max|at most|at a time|"
            r"is enough)|"
            r"(?:an hour|20 min\w*|half an hour|\d+ min\w*) (?:max|at most|tops|is enough|is plenty)"
        ),
    ),
    (
        "Cannot sit for long",
        rf"{_NOT} sit (?:up |still |down )?(?:for )?(?:very |too |that )?(?:long|more than)|"
        r"sit(?:ting)? (?:tolerance|for (?:\d+|ten|twenty|half)[^.,;\n]{0,12})|needs to (?:get up and move|"
        r"move about|stretch)|"
        r"(?:stiff(?:ens)?|sore) (?:if|when|after) (?:sat|sitting)",
    ),
    (
        "Needs a chair with arms",
        (
            r"chairs? with (?:arms|a back)|\bhigh(?:er)? (?:chair|seat)\b(?! baby)|(?:firm|proper|comfy|"
            r"upright) (?:chair|seat)\b"
            r"(?! (?:exercise|yoga))|somewhere to sit|a seat (?:handy|available|please|throughout)|"
            rf"{_NOT} stand (?:up )?(?:for )?(?:very |too |that )?(?:long|more than|about)|needs to sit\b|"
            rf"seats? (?:along|on) the "
            r"way|benches"
        ),
    ),
    (
        "Needs to put their legs up",
        r"\b(?:legs?|feet|foot) (?:up|raised|elevated)\b(?= when| while| if|\.|,|;|$| at all)|"
        r"(?:keep|needs|must|has to|put|elevate|raise) (?:\w+ )?(?:legs?|feet|foot) (?:up|raised|elevated)|footstool|"
        r"leg rest",
    ),
    (
        "Needs a toilet close by",
        rf"(?:near|needs?|close to|next to|by|beside|handy for|has to have|knows where the) (?:a |the )?"
        rf"(?:accessible |disabled )?{_LOO}\b|{_LOO} (?:must be |has to be |to be |needs to be |that.s |is )?{_NEAR}\b|"
        rf"\b(?:accessible|disabled) {_LOO}|radar key|quick to (?:a|the) {_LOO}",
    ),
    (
        "Brings oxygen",
        r"\b(?:on|home|portable|ambulatory|with|has|needs|uses|brings?|her|his|carries) (?:an? )?(?:oxygen|o2)\b|"
        r"\boxygen (?:at home|cylinder|with (?:him|her)|bottle|tank|in situ|concentrator|24|\d)|"
        rf"{BEGINS}oxygen(?: and)?\b(?! sat)",
    ),
    (
        "Brings medical equipment",
        r"\b(?:portable )?suction\b(?! (?:at home|cup))|\bventilat(?:or|ed)\b|\btracheostomy|"
        r"\bsomewhere to (?:plug|charge)|feeding? pump\b|\bpump feeds?\b",
    ),
    ("Short of breath", r"\b(?:short of breath|breathless|out of breath|gets puffed)\b"),
    (
        "Room for a pram or buggy",
        r"\b(?:takes?|space for|room for|fits?|get|park|bring|leave|access for|with|for|and|big enough "
        r"for) (?:a |the |her |his |my |double )?(?:pram|buggy|pushchair|double buggy|twin buggy)s?\b|(?:pram|"
        r"buggy|pushchair)s? "
        rf"(?:access|friendly|space|needs|fits|goes|parking|can|has to|must)\b|{BEGINS}(?:double )?(?:pram|buggy|"
        rf"pushchair){ENDS}",
    ),
    (
        "Somewhere to feed a baby",
        r"\b(?:can|could|somewhere to|ok to|place to|able to|has to|needs to|free to|comfortable to) "
        r"(?:breast ?)?feed\b(?! (?:himself|herself|self|the (?:birds|cat|dog|hens|fish|ducks)|him(?! )|them|birds))"
        r"(?: (?:there|in peace|the baby|her|baby))?|feeding (?:friendly|room|space|welcome)|"
        r"breast ?feeding (?:welcome|friendly|ok|"
        r"there)",
    ),
    (
        "Needs parking close by",
        r"\bblue badge\b(?! (?:form|application|renewal|appeal))|disabled (?:bay|parking)|"
        r"park(?:ing)? (?:right )?(?:outside|close|close by|nearby|"
        r"near|at the door|next to)\b",
    ),
    (
        "Rarely leaves home",
        (
            rf"\bhouse ?bound\b|(?:does|has|will|do)(?: not|{NT}) (?:go|get|gone|been|leave|left|"
            rf"come) (?:out(?! of)|the (?:house|flat|"
            r"bungalow))|never (?:goes|gets|been) out|not been out|not (?:left|leaving) the (?:house|flat|bungalow)|"
            r"unable to leave (?:the )?(?:house|home)|can.?t get out\b(?! of)|bed ?bound|(?:won.?t|will no|"
            r"will not|cannae|"
            r"never|rarely|hardly|barely|seldom) (?:\w+ )?(?:come|comes|leave|"
            r"leaves) (?:\w+ )?(?:out (?:of )?)?(?:her|his|the) "
            r"(?:room|house|flat|home)|in bed all day"
        ),
    ),
    (
        "Does not use the telephone",
        (
            r"won.?t (?:do|answer|use|pick up) (?:the )?(?:phone|calls|phone calls)|no phone calls|"
            r"does ?n.?t (?:answer|use|do) (?:the )?phone|text,? (?:don.?t|not) (?:ring|call)|text only"
        ),
    ),
    (
        "Money is tight",
        (
            r"money (?:is |.s )?(?:short|tight)|\b(?:no|nae) money\b|short of money|can.?t afford|cannae afford|"
            r"\bskint|"
            r"on benefits|free only|has to be free|must be free|low cost|nothing (?:dear|expensive)|brassic|"
            r"on the bones of"
        ),
    ),
)
