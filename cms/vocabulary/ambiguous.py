"""Words that mean too much to show an interest by themselves inside a sentence.

They stand in every visit note and every listing: furniture and rooms, bodies and treatment, the people who come to the
house, times and money, first names and surnames, words with two lives ("fusion", "spectrum", "perch"). Such a word may
show an interest in company ("roof" no, "thatching roofs" yes) or when somebody says it alone.

Invariant: pure; plurals, -ing and -ed of a word are that word.
"""

from typing import Final

_THINGS: Final = """
    apple bag bandage bangers bar barracks basket bath bathroom battery bed bedding bench bin blanket blind board boat
    boiler bone book bottle bowl box brake bread breakfast bridge bubble bus butter button cake can candle car
    card carpet carriage castle chair chest chicken chip church clock clothes coat coffee commode cooker
    cot cottage cupboard curtain custard desk dinner dish door dress drill drink egg fence fender fish flat floor
    food fork frame fridge garage gate glass glasses gravy hall hammock hat helmet hob hoist home hospital hotel
    house hut ironing jacket jam jewel jigger jug keyboard key kettle kitchen ladder lamp lane lavender leather lift
    light lilac lobster lunch machine magazine mat mattress meal medal menu milk mirror mug nail needle net note oasis
    oven oxygen packet pad pan paper park path pen pencil perch perry phone picture pillow pill pipe plate pool pot
    potato puck purse radio rail ramp rocket roof room rope sandwich saw scissors scooter screw seal seat shed sheet
    shelf ship shoe shop shower sink sleeve sling soap sock sofa soup spade spoon spring stable stair steam steel step
    stick stool store stove strap straw street string stud suit surgery switch table tablet tank tap tape tea telephone
    television theatre thermals ticket tie tile tin toast tool towel toy train tray tree tub tube tumbler umbrella van
    vault vehicle walker wall wardrobe watch water wheel wheelchair whistle window wire wood wool yard
"""
_BODIES: Final = """
    ache appetite arm balance blood breath breathing cream crepe custody deaf dementia diet discharge dizzy dose
    drip eye face fall feeding feet finger fit foot graft grafting gum hand head hearing heart hip hydrotherapy
    injection joint knee leg lung marrow massage medication medicine memory mobility mouth muscle neck nerve nursing
    operation pain palpation panic patient pelvis physio plaster podiatry posture pregnant prescription pressure pulse
    rapid rehab scan sciatica scramble shoot shooting shoulder sight sitting skin sleep speech spectrum spine stomach
    stroke swallow swallowing symptom teeth temperature tendon therapy throat toe tongue transition treatment tremor
    ulcer vision voice wash weight wound wrist
"""
_PEOPLE: Final = """
    accountant architect aunt bailiff barber baby boss boy boyfriend brother builder butcher carer caretaker child
    childminder chiropodist cleaner client consultant counsellor councillor cousin crew dad dancer dentist doctor
    driver engineer father foreman friend gardener girl girlfriend grandad grandson greengrocer grocer guest guide
    hairdresser helper husband inspector landlord lawyer leader lodger manager man matron medium member midwife
    minister mother mum nan neighbour nephew newsagent niece novice nurse officer optician orderly paramedic partner
    pharmacist physiotherapist podiatrist police policing porter postman postie priest professional psychologist
    radiographer receptionist relative reporter resident secretary sister social solicitor son student surgeon
    surveyor survivor teacher tenant therapist trainer uncle undertaker vet visitor volunteer waiter warden
    widow wife woman worker
"""
_COMMON: Final = """
    alteration apart apollo arrange audible bank banking barrow bearing beat bill blur boggle bounce
    bouncing break bright brush bump burn call care carry change charge cheap check clash class clear click climbing
    clubbing collect comet conduct contact contra cook cool count course cover crack crawl cross crossroads
    crumble cry cut cutting daily dark decorate decorator deliverance different draught drawing dream drive driving
    drop dry dusty easy eat edge evacuate evacuated event eventing exercise experiment eyes fair family fast favour
    feel felt fiddle file find fire fives fix flow focus fold form freeze frustration full fun fusion gain game give
    good great group grow gust happy harrowing heat heartbeat heavy help history hoard hold hop hope hurdle idea issue
    job join journey jumper keen kind knock know language last late laugh layering lead learn leave letter
    life listen living local long look loose love luck lump madness make map mark match maybe meet meeting mend
    mind mod money month morning move moving music name nice night noise normal notice offer old open order out
    outdoor outing outside pandemic part party pay pension perhaps phantom place plan play polish practice press
    prime print problem programme project public pull punch push quarter question quick quiet race range
    rave reading rebound record recovery reflection refuge relax relay rest retreat retrain ride right ring road rock
    roll round row rowing run running safe sand school score season selector serve service set share sharp shopping
    short show sick sign silver simple size slime slow small smart smile smoke snap snug solo sort sound space
    spare speed spend spot spread stage stain stand star start stay steady steward stewarding stock stop storm
    story stretch strictly strike strong study stuff style summer sun support surf sure sweep swift swing takeaway
    talk talking tanning team test thick thing thought throw tight time tired tone top touch tour track trade
    traffic training trance travel trick trifle trip trouble turn turning type typing useful visit wait
    walk walking want war warm watching wave week welcome western wet wicked wide wild wind winter wish word
    work world worry wrap write writing year yes young
"""
_NAMES: Final = """
    adele archer austin bailey baker barker bell bishop blackburn bowie brewer brook butler carol carter cartwright
    chapman cherry clarke cooper crook daisy dale dawn deacon dean draper drake dyer eve
    everest faith fatima faulkner fern field fletcher ford forester forster foster fowler frank
    fuller gale gardiner gardner glover grace granger green hamilton harley harper harris hart hawk hazel heath
    heather hill holly hunt hunter iona iris ivy jack jade jasmine jay jones joy jung kent kitchener knight lake
    lamb lancaster lewis lily lord lucia lyon marble margo marsh marshall martin mason mercer metta mill miller monk
    moss myrtle newman nightingale oaks olive palmer parker patience pearl penny piper pollard pope poppy
    potter prince reed reeve rich rivers robin rose rowan ruby rush sadler sawyer shaw shepley skinner
    slade slater smith spencer stanley stead stone swan tanner taylor ted terry thatch tiger turner vaughan
    victor vincent violet wade waller ward webster west wheeler wren wright
"""
AMBIGUOUS: Final = frozenset(f"{_THINGS}{_BODIES}{_PEOPLE}{_COMMON}{_NAMES}".split())


def means_too_much(plain: str) -> bool:
    """Whether a phrase, already plain (lower case, no hyphen or apostrophe), is one word that shows nothing alone."""
    return " " not in plain and not AMBIGUOUS.isdisjoint(_bases(plain))


def _bases(word: str) -> set[str]:
    """The word, and what it is a plural or another part of: "evacuated" is of "evacuate", "carols" of "carol"."""
    bases = {word}
    for ending in ("s", "es", "ing", "ed", "d"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= 3:
            bases |= {root, root + "e"} if ending in ("ing", "ed") else {root}
            if ending in ("ing", "ed") and root[-1] == root[-2]:
                bases.add(root[:-1])
    return bases
