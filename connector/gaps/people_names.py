"""Given names and family names that are common in Britain, of many traditions: never offered as a new word.

Invariant: data alone, folded to a-z. General knowledge; a name that is missing is kept away by the rule of three
workers.
"""

from typing import Final

GIVEN: Final = frozenset(
    """
    aaliyah aaron abbie abby abdul abdullah abi abigail abu ada adam ade adebayo adeel adele adrian agata aggie
    agnes agnieszka ahmed aisha aishah akua alan albert albie alby alec alexander alexandra alf alfie alfred ali
    alice alison alistair alma amanda amara amelia amina amir amit amy anastasia andrea andrew andrzej angela angus
    anil anita ann anna anne annette annie anthony antoni antony anwar archie arjun arnold arthur arun asha ashley
    asif asma audrey austin ava avril aya ayesha azadeh babatunde babs barbara barry bartosz basil baz bea beata
    beatrice becca bee bella ben benjamin benny bernadette bernard bernie bert beryl bess bessie beth bethany betty
    beverley bilal bill billie billy binta bob bogdan bogna brenda brendan brian bridget bronwen bruce bryan caitlin
    callum cameron carl carol carole caroline carys cass cath catherine cecil cedric ceri chantelle charles charlie
    charlotte chas chaz cheryl chidi chika chinedu chloe chris chrissie christina christine christopher chukwu
    cissie claire clara clare clifford clive colette colin connie connor constance courtney craig cynthia
    cyril daisy dan daniel danny darren dave david dawn daz dean deb debbie deborah debs declan dee deepa deepak del
    delroy den denis denise dennis derek derrick desmond diana diane dilip dipak dolly dom dominic donald doreen
    doris dorothy dot dotty doug douglas duncan dyfed dylan eamon ebony eddie edith edna edward edwin effie efua
    eileen elaine eleanor elena elizabeth ella ellen ellie elsie emeka emily emma emmanuel emrys enid eric erin ern
    ernest ernie esi esme esther ethan ethel eugene eunice eva evan eve evelyn ewa ewan ezra faisal faith farah
    farid farida fatima fatou fiona flo flora florence florrie fran frances francis frank frankie fred freda
    frederick fuad gabby gareth gary gavin gaz gemma geoff geoffrey george georgia gerald geraldine gerard gerry
    gert gertie gertrude ghulam gillian ginny gladys glen glenda glenys glyn godfrey gordon grace graham grazyna
    greta gulnaz gurdeep gurpreet gus gwen gwyneth habib hafsa hamid hamza hana hannah harbhajan hardeep harjit
    harold harriet harry harvey hassan hattie hazel heather hector helen henry herb herbert hilary hilda hollie
    horace howard hugh humphrey hussain hussein huw ian ibrahim ida idris ifeoma imran inderjit ines ingrid iqbal
    irena irene iris isaac isabel isabella isla ismail ivan ivor ivy izzy jack jackie jacob jacqueline jagdish jake
    jakub jamal james jamie jan jane janet janice janina janusz jas jasmine jason jaswinder javed jayne jaz jean
    jeff jeffrey jen jennifer jenny jeremy jerzy jess jesse jessica jill jim jimmy jo joan joanna joanne joe joel
    john johnny jolanta jon jonathan jordan jose joseph josephine josh joshua josie joy joyce juan judith judy julia
    julian julie june justin kamal kamil karen karim karl katarzyna kate kath katherine kathleen kathryn kathy katie
    kay kayleigh kaz keith kelly ken kenneth kerry kevin khadija khalid kieran kim kimberley kiran kit kitty kofi
    krishna krystyna krzysztof kulwinder kwame kwasi kyle lakshmi lara laura lauren laurence layla leah lee leila
    len lena leo leon leonard leroy les leslie lettie lewis liam lil lilian lily linda lindsay lisa liz lloyd logan
    lola lorna lorraine lottie lou louis louise lucas lucy luke lydia lyn lynn lynne mabel madge magda maggie mags
    mahmood mahmoud maisie malcolm malgorzata malik mamie mandeep mandy manjit manny manoj marcus margaret marge
    margery maria mariam marian marie marilyn marion marjorie mark marlene marta martha martin mary maryam mateusz
    matilda matt matthew maud maureen maurice mavis max maxine maya maz meena meg megan mehmet mel melanie melissa
    mia michael michal michelle mick mildred millie milly minnie miriam mo moe mohamed mohammed moira mollie molly
    mona monica morag moses muhammad muriel musa mustafa myra nadia nan nancy naomi narinder nasreen natalie natasha
    nathan ned neil nell nellie nev neville ngozi nia nicholas nick nicky nicola nigel nikhil nina nita noah noel
    nora noreen norm norma norman nuala nusrat oisin olga olive oliver olivia ollie olu oluwaseun omar oscar oswald
    owen oz paddy paige pam pamela parveen pat patience patricia patrick patsy pattie paul paula pauline pawel pearl
    peg peggy pen penelope percy peter petra phil philip phoebe phyllis piotr pip polly poppy prakash preeti priya
    queenie rachel rafal raj rajesh rakesh ralph ranjit rashid ray raymond rebecca reece reg reggie reginald rehana
    rekha renee reuben rhian rhiannon rhys rich richard rick riley rita rob robbie robert robin rod rodney roger
    roisin rolf ron ronald ronnie rory rosalind rosemary rosie ross roy roz ruby rupert russell ruth ryan sabina
    sadia safiya saima sal sally salma sam samantha samina samir samuel sandip sandra sandy sangita sanjay sara
    sarah saskia satnam satpal sean selina shabana shahid shamim shanice shannon sharon shaun shaz shazia sheila
    shelagh shirley sian sid sidney simon sinead siobhan sofia sonia sophia sophie stan stanislaw stanley stella
    stephanie stephen steven stewart stuart sue sukhdev sultana sunil sunita sunny surinder susan sushila suzanne
    sybil syd sylvia szymon tahir tam tamara tania tanya tariq ted teddy tel temitope terence teresa terry tess
    tessa thelma theo theresa thomas tia tiffany tilly tim timothy tina toby tom tomasz tommy tony tracey tracy
    trevor trish tristan tunde uche umar una ursula usha val valerie vanessa vera vernon veronica vic vicky victor
    victoria vijay vikram vin vincent vinny vinod viola violet viv vivian vivienne waheed wal wally walter wanda
    wanjiru wayne wendy wesley wil wilf wilfred will william willie wilma win winifred winnie winston wojciech
    yasmin yasmina yetunde yolanda yusuf yvette yvonne zahid zahra zainab zak zara zbigniew zena zoe zofia zosia
    zuzanna
    """.split()
)
FAMILY: Final = frozenset(
    """
    abbott adams adebayo adeyemi afzal agarwal ahmed akhtar alam aldridge allen amin anderson andrews appleyard
    armitage arshad ashworth atkinson aziz bailey balogun banerjee bannister barnes barrett bashir bates baxter
    begum bell bennett bhatti birtwistle blackburn booth bradley bradshaw brady brennan briggs brown burke burton
    butler butterworth byrne campbell carr carroll carter chambers chan chapman chatterjee chaudhry chen cheung
    chowdhury clark clarke clegg clough cole coleman collins connolly cooper cox crabtree crawford crompton
    cunningham dalton das davidson davies davis dawson dean desai dhillon dixon dobson dosanjh douglas doyle duffy
    dunn edwards eid ellis entwistle evans farooq faulkner ferguson fielding fitzgerald fletcher flynn foster fraser
    gallagher garner gibson gill goldberg gomez gonzalez graham grant greenwood griffin griffiths gupta hall
    hamilton hanson haq hardcastle hargreaves harris harrison hartley harvey hashmi haworth hayes heaton henderson
    hill hirst hodgson holden holmes holt hopkins horrocks howarth hughes hunter hussain hutchinson ibrahim ingham
    iqbal islam jackson jagger jamal james jenkins johal johnson johnston jones joshi kaczmarek kamara kaminski
    kapoor kaur kavanagh kelly kennedy kenyon kershaw khalid khan khatun kowalczyk kowalski kumar lal lawson lee
    leung lewandowski lewis li liu lloyd lomax macdonald mackay mahmood malik marsden marshall martin mason matthews
    mbeki mccarthy mcdonald mcgrath mckenzie mehta mensah metcalfe mills mirza mishra mistry mitchell mohammed moore
    morgan morris morrison mukherjee murphy murray musa naylor nazir nelson newton nguyen nowak nuttall obi ogden
    ogunleye okafor okeke okonkwo okoro oldroyd osei owen owusu parker parkinson parmar patel pearson perera
    phillips pilling popescu powell price quinn rafiq rahman rai ramsbottom rana rao rashid rawlinson reid reilly
    reynolds rhodes richards richardson roberts robertson robinson rodriguez rogers rosenberg ross rothwell russell
    ryan saeed sagar saleem sanderson sandhu schofield scott sengupta shah shaikh sharma sharples shaw sheikh sidhu
    simpson singh smith spencer stephenson stevenson stewart stott suleman sullivan sutcliffe sykes szymanski tanaka
    tattersall taylor thakur thomas thompson thomson tomlinson townsend turner uddin varley verma wadsworth walker
    wallace walsh wang warburton ward watson watt webb whitaker whitehead whittaker wielgosz wilkinson williams
    williamson wilson wisniewski wong wood woodcock wozniak wright wu yadav yates yilmaz young yusuf zaman zhang
    zielinski
    """.split()
)
NAMES: Final = GIVEN | FAMILY
