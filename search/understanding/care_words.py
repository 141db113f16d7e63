"""Words of care, health, equipment and paper: beside them a word of an interest is mostly none, and none is left over.

Invariant: data alone, folded. `TREATMENTS` make what stands beside them a treatment, whatever else is said.
"""

TREATMENTS = frozenset(
    """
    therapy therapies therapist therapists rehab rehabilitation inpatient clinic programme physio physiotherapy
    assessment assessed assess ax hydrotherapy splint splinting exercises reps prompts prompted tolerated mmse moca phq9
    massage reminiscence referral prescribed intervention interventions treatment taster cancelled discontinued unit
    """.split()
)
EQUIPMENT = frozenset(
    """
    frame stick sticks zimmer rollator wheelchair hoist sling commode rail rails grab board lamp trolley stool perching
    cushion mattress bed chair riser recliner ramp stairlift lift pendant alarm telecare magnifier tipper grabber
    equipment aid aids walker crutches scooter device bath shower toilet pads catheter oxygen splints orthotics afos
    """.split()
)
CARE = frozenset(
    """
    carers care package medication medicines tablets insulin dressing dressings wash washing washed feeding
    fed incontinent continent continence pad transfers mobility mobilises mobilise mm cm metres kg
    ward hospital surgery gp nurse nurses doctor discharge discharged admission admitted diagnosis diagnosed infection
    seizures wound ulcer skin pressure weight
    benefits benefit pip uc dwp rent arrears debt tenancy housing landlord boiler repairs safeguarding capacity lpa
    solicitor funding panel budget payment payments allowance review reviewed referred risk risks nutrition dietitian
    appetite sleep sleeping mood anxiety depression suicidal alcohol drugs smoking units police court appointment
    appointments consent respite placement residential supervised prompting assistance independent needs nights
    """.split()
)
# What workers do with an activity that is not the person's wish.
OFFERED = frozenset(
    """
    offered suggested suggests suggest discussed discuss advised advise recommended recommend encouraged invited
    referred refer arranged arrange booked book leaflet timetable signposted signpost ring rang send sent chase explore
    apply email contact consider considered considering considers invite text informed enrol
    provided supplied issued booking demonstrated timetabled
    """.split()
)
# Heads of a phrase that nobody goes out for.
NO_INTEREST = frozenset(
    """
    owt nowt summat crowd crowds shrieks squeals giggles chuckles smiles grins claps arms eyes face
    routine bother burden home bed house own himself herself self cat dog meals food tea life day days place place's
    way thing things something anything nothing everything someone somebody anyone anybody people person company
    peace sleep money bills benefits help support care carers carer nurse doctor gp worker workers staff medication
    tablets leg legs back chest knee knees hip eyes hands feet hair teeth hearing sight memory pain sleep night
    nights morning it them him her me us that this those these one ones lot bit more much time times week weekend
    moment minute hour year years problem problems issue issues trouble concern concerns question questions idea
    ideas plan plans change changes telly phone call calls letter letters form forms appointment assessment referral
    equipment frame wheelchair stick stairs steps bath shower toilet washing clothes shopping cleaning hospital ward
    school college job break rest respite independence dignity privacy freedom mobility health diet weight appetite
    blanket mum dad mam wife husband son daughter sister brother family friend friends children kids grandchildren
    grandson granddaughter neighbour man woman lady men women boy girl room kitchen bathroom bedroom garden street
    flat bungalow estate door window key keys sorted asked told washed fed wet alone lonely tired fed up well better
    worse same home. going coming staying placement move moving here there nursery smoke drink cigarette alcohol
    cannabis babbies babby bairn bairns wean weans kiddies kiddie littluns drugs attention sense humour voice word
    words name number numbers address noise quiet sun fresh risk
    fall falls step role success failure child baby lot bladder bread hot-water heating boiler damp mould curtains
    windows carpet wardrobe fridge cooker settee sofa walls bins rubbish post mail session sessions doses call calls
    independent tearful anxious upset angry happy sad settled keen proud nice lovely good great best fine ok okay
    """.split()
)
# Illness is read past: what somebody loves in spite of it counts.
HEALTH = frozenset(
    """
    epilepsy dementia parkinsons stroke cancer arthritis diabetes pain falls fell fall fracture hip knee knees heart
    breathing lungs asthma disability autism autistic psychosis schizophrenia bipolar depressed suicidal seizure
    heart attack syndrome sclerosis
    """.split()
)
# Beside what somebody was given to eat, a dish is no liking.
ALL: frozenset[str] = TREATMENTS | EQUIPMENT | CARE
UNSAID: frozenset[str] = ALL | HEALTH
