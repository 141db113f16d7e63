"""Names of illnesses, symptoms, operations and medicines: read past, never on a chip, never offered as a new word.

Invariant: pure; the list is general knowledge, lower case. Endings catch what no list holds ("-itis", "-ectomy"); where
a word could be either, it is taken for an illness.
"""

from typing import Final

from search.understanding.abbreviation_table import TABLE

_NAMES: Final = frozenset(
    """
    abscess aches ache acne addict addicted addiction adhd aids alcoholic alcoholism allergic allergies allergy
    alzheimer alzheimers amnesia amputated amputation amputee anaemia anaemic anemia aneurysm angina anorexia
    anorexic anxiety aphasia apnoea apraxia arrhythmia arthritic arthritis asbestosis ascites asperger aspergers
    aspiration asthma asthmatic ataxia autism autistic bedsore bedsores benign biopsy bipolar bleed bleeding blindness
    bmi bowel bpd brittle bronchial bronchitis bruise bruises bruising bulimia bulimic bunion bunions bypass cancer
    cancerous cardiac cataract cataracts catheterised chemo chemotherapy chlamydia cholesterol chronic cirrhosis clot
    clots coeliac colitis coma concussion confusion constipated constipation contracture contractures convulsion
    convulsions copd coronary cough coughing covid cramp cramps crohns cyst cystic cysts deafness decompensated
    degenerative dehydrated dehydration delirious delirium delusion delusional delusions dement demented dementia
    depressed depression depressive dermatitis diabetes diabetic dialysis diarrhoea dislocated
    dislocation dizziness dizzy dying dysarthria dyslexia dyslexic dysphagia dysphasia dyspraxia dyspraxic dystonia
    dystrophy eczema embolism emphysema encephalitis endometriosis epilepsy epileptic faint fainted fainting faints
    fatigue fatigued fever feverish fibromyalgia fibrosis flu fracture fractured fractures frail frailty gangrene
    gastric glaucoma glioma gout haemorrhage haemorrhoids hallucinates hallucinating hallucination hallucinations
    headache headaches hemiplegia hepatitis hernia hiv huntingtons hydrocephalus hypertension hyperthyroid hypo
    hypotension hypothyroid hypothyroidism ibs ill illness immunosuppressed incontinence incontinent infarct infection
    infections infertile inflamed inflammation influenza injured injury insomnia insomniac ischaemic jaundice kidney
    kidneys korsakoff korsakoffs labyrinthitis lesion lesions leukaemia limp limping liver lump lumps lupus lymphoedema
    lymphoma macular malaria malignant malnourished malnutrition mania manic mastectomy measles melanoma meningitis
    menopausal menopause metastases metastatic migraine migraines miscarriage miscarriages mnd mrsa mumps muscular
    myeloma myopathy nausea nauseous necrosis neuralgia neuro neurological neuropathy neurosis numbness obese obesity
    ocd oedema osteo osteoarthritis osteoporosis osteoporotic overdose overdosed overdoses pacemaker palliative palsy
    panic paralysed paralysis paranoia paranoid paraplegic parkinson parkinsonism parkinsons pneumonia polio polyp
    polyps postnatal pregnant prostate pseudobulbar psoriasis psychosis psychotic ptsd radiotherapy rash rashes relapse
    relapsed renal retinopathy rheumatic rheumatism rheumatoid rickets sarcoma scabies schizo schizoaffective
    schizophrenia schizophrenic sciatica scoliosis seizure seizures sepsis septic shingles sick sickness sinusitis
    spasm spasms spasticity spina stoma stroke strokes suicidal suicide syndrome syphilis tachycardia terminal tetanus
    thrombosis thrush thyroid tia tinnitus tonsillitis tourettes tremor tremors tuberculosis tumour tumours typhoid
    ulcer ulcers unwell uti utis varicose vasculitis vertigo vomit vomiting vomits wheeze wheezing wheezy wound wounds
    aripiprazole aspirin atorvastatin bisoprolol citalopram clopidogrel clozapine codeine diazepam digoxin donepezil
    fluoxetine furosemide gabapentin haloperidol ibuprofen insulin lansoprazole levodopa levothyroxine lithium lorazepam
    madopar memantine metformin methadone mirtazapine morphine naproxen olanzapine omeprazole oramorph paracetamol
    pregabalin quetiapine ramipril risperidone salbutamol senna sertraline simvastatin sinemet statin statins steroid
    steroids temazepam tramadol valproate venlafaxine warfarin zopiclone
    """.split()
)
_ENDINGS: Final = (
    "itis", "osis", "aemia", "emia", "oma", "pathy", "phobia", "phobic", "plegia", "plegic", "paresis", "ectomy",
    "otomy", "ostomy", "algia", "uria", "sclerosis", "oedema", "rrhoea", "rrhage", "phasia", "phagia", "noea",
    "ectasis", "iasis", "azole", "pril", "statin", "olol", "azepam", "cillin", "mycin", "oxetine", "triptyline",
)  # fmt: skip
_NONE: Final = frozenset(
    "aroma aromas diploma roma paloma empathy sympathy telepathy april bohemia academia metamorphosis hypnosis".split()
)
_SHORT: Final = frozenset(
    short.strip().lower()
    for line in TABLE.strip().splitlines()
    for short, _meaning, kind, *_rest in [line.split("|")]
    if kind.strip() == "diagnosis"
)
_LEAST: Final = 6


def is_illness(word: str) -> bool:
    """Whether a single word, in any case, names something that is wrong with somebody."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    if low in _NONE:
        return False
    return low in _NAMES or low in _SHORT or (len(low) >= _LEAST and low.endswith(_ENDINGS))
