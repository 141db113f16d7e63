"""The abbreviations of care notes in Britain: what each means, what kind of thing it is, what decides between rivals.

From NHS lists of abbreviations in records, lists of councils and surgeries, and general knowledge. One a line:
`short | meaning | kind | neighbours`. A short form with several lines is ambiguous: a meaning with neighbours counts
only beside one of them, the one without is taken otherwise; where none fits nothing is made of it. A form in capitals
counts in capitals only. Invariant: data alone; kinds are those of `abbreviations.KINDS`.
"""

TABLE = """
z/f | walking frame | access |
ZF | walking frame | access |
zf | walking frame | access |
WZF | wheeled walking frame | access |
wzf | wheeled walking frame | access |
zimmer | walking frame | access |
rollator | wheeled walking frame | access |
4WW | four-wheeled walker | access |
4ww | four-wheeled walker | access |
3WW | three-wheeled walker | access |
2WW | two-wheeled walker | access |
w/c | wheelchair | access | uses user transfers outdoors outside indoors pushed push tray propels powered hire
w/c | week commencing | time | monday mon visit review plan jan feb mar apr may jun jul aug sep oct nov dec
w/chair | wheelchair | access |
w/stick | walking stick | access |
w/sticks | walking sticks | access |
e/c | elbow crutches | access |
EC | elbow crutches | access | walks mob mobilises with
mob | mobilises | act |
mobs | mobilises | act |
A1 | help of one person | access |
A2 | help of two people | access |
AO1 | help of one person | access |
AO2 | help of two people | access |
Ax1 | help of one person | access |
Ax2 | help of two people | access |
Ind | independent | act |
Sup | supervision | act |
S/V | supervision | act |
FWB | full weight bearing | act |
PWB | partial weight bearing | access |
NWB | not weight bearing | access |
TWB | touch weight bearing | access |
SOB | short of breath | access |
SOBOE | short of breath on effort | access |
SoBOE | short of breath on effort | access |
HOH | hard of hearing | access |
HoH | hard of hearing | access |
hoh | hard of hearing | access |
H/A | hearing aid | access | wears worn left right both ears ear
H/A | headache | diagnosis | pain c/o complains
HA | hearing aid | access | wears worn left right both ears ear hearing x2
HAs | hearing aids | access |
VI | sight loss | access |
SI | sight loss | access | registered eye eyes sight
SSI | severe sight loss | access |
AMD | sight loss | access |
ARMD | sight loss | access |
BSL | British Sign Language | access |
ESOL | learning English | access |
LEP | little English | access |
STM | short-term memory | access |
MCI | memory trouble | access |
LWD | memory trouble | access |
HB | rarely leaves home | access | housebound visits visit
h/b | rarely leaves home | access |
FOF | fear of falling | access |
#NOF | broken hip | diagnosis |
NOF | broken hip | diagnosis |
# | broken bone | diagnosis |
THR | new hip | diagnosis |
TKR | new knee | diagnosis |
DHS | pinned hip | diagnosis |
O2 | oxygen | access |
inc | incontinent | diagnosis |
LTC | long-term condition | diagnosis | diagnosis diagnoses health managed
LTC | long-term care | act | placement home panel
d/s | downstairs | place |
u/s | upstairs | place |
G/F | ground floor | place |
F/F | first floor | place |
K/S | key safe | place |
LA | lives alone | who | flat warden widowed bungalow widow widower house scheme reluctant
LA | local authority | place | funding funded housing tenancy
NOK | next of kin | who |
H | husband | who | seen lives with and
W | wife | who | seen lives with and
dtr | daughter | who |
dtrs | daughters | who |
gd | granddaughter | who |
g/d | granddaughter | who |
g/s | grandson | who |
s-i-l | in-law | who |
d-i-l | daughter in law | who |
MGM | mother's mother | who |
MGF | mother's father | who |
PGM | father's mother | who |
PGF | father's father | who |
Mo | mother | who |
Fa | father | who |
sib | sibling | who |
sibs | siblings | who |
YP | young person | who |
CYP | child or young person | who |
bb | baby | who |
PA | personal assistant | worker | her his hours with seen present
PA | a year | time | £ income pounds
POC | package of care | act |
DC | day centre | place | attends goes days
DC | discharge | act | ward hospital plan
D/C | discharge | act |
d/c | discharge | act |
Resp | respite | act |
SS | sitting service | act | hours break sits
HV | health visitor | worker | baby bb feeding weigh
HV | home visit | act |
h/v | home visit | act |
SW | social worker | worker |
SSW | supervising social worker | worker |
OT | occupational therapist | worker |
OTA | occupational therapy assistant | worker |
PT | physiotherapist | worker |
physio | physiotherapist | worker |
DN | district nurse | worker |
DNs | district nurses | worker |
CPN | community psychiatric nurse | worker |
CMHN | community mental health nurse | worker |
CMHT | community mental health team | worker |
AMHP | approved mental health professional | worker |
SPLW | link worker | worker |
LW | link worker | worker |
KW | key worker | worker |
GP | doctor | worker |
PCN | primary care network | place |
ICB | integrated care board | place |
MDT | team meeting | act |
CHC | continuing healthcare | act |
D2A | discharge to assess | act |
ICT | intermediate care team | worker | referral discharge reablement
SALT | speech therapist | worker |
SLT | speech therapist | worker |
FSW | family support worker | worker |
SENCO | special needs teacher | worker |
CAMHS | children's mental health service | worker |
TAF | team around the family | act |
EHA | early help assessment | act |
EHCP | education, health and care plan | act |
CIN | child in need | act |
CP | child protection | act | plan conference register
CP | cerebral palsy | diagnosis |
LAC | looked after child | act |
IRO | reviewing officer | worker |
CAB | Citizens Advice | place |
RP | representative | who | appointed paid dols
IMCA | advocate | worker |
HCA | care assistant | worker |
TA | teaching assistant | worker |
NFA | no further action | act |
Ax | assessment | act |
ax | assessment | act |
Rx | treatment | act |
Tx | treatment | act |
Hx | history | act |
h/o | history of | act |
Dx | diagnosis | act |
Ix | investigation | act |
PMH | past medical history | act |
SH | social history | act |
DH | drug history | act |
FH | family history | act |
o/e | on examination | act |
c/o | complains of | act |
MCA | Mental Capacity Act | act |
LPA | lasting power of attorney | act |
DoLS | deprivation of liberty safeguards | act |
CoP | Court of Protection | act |
BI | best interests | act |
s42 | safeguarding enquiry | act |
RA | risk assessment | act | completed done lone plan
RA | rheumatoid arthritis | diagnosis |
CA | Care Act | act | assessment eligible
CA | Carer's Allowance | act | benefit claim award
AA | Attendance Allowance | act | awarded claim form benefit benefits higher lower
AA | Alcoholics Anonymous | act | meeting meetings sober sponsor
PIP | disability benefit | act |
UC | benefit | act |
DLA | disability benefit | act |
DP | direct payment | act |
DPA | power of attorney or data protection | act |
DFG | disabled facilities grant | act |
DNACPR | decision about resuscitation | act |
DNAR | decision about resuscitation | act |
DNA | did not attend | act |
T/C | telephone call | act |
t/c | telephone call | act |
V/M | voicemail | act |
F2F | face to face | act |
s/u | the person | who |
SU | the person | who |
cl | the person | who |
pt | the person | who |
ASC | adult social care | act |
ASD | autism | diagnosis |
LD | learning disability | diagnosis |
MH | mental health | diagnosis |
PWLE | people with lived experience | act |
f/u | follow-up | act |
f/up | follow-up | act |
r/v | review | act |
EOD | every other day | time |
EOW | every other weekend | time |
PRN | when needed | time |
prn | when needed | time |
OD | once a day | time | calls tablets dose carers call
BD | twice a day | time |
TDS | three times a day | time |
tds | three times a day | time |
QDS | four times a day | time |
qds | four times a day | time |
p/m | afternoon | time |
COPD | lung condition | diagnosis |
CVA | stroke | diagnosis |
TIA | small stroke | diagnosis |
AF | heart rhythm | diagnosis |
HTN | blood pressure | diagnosis |
T1DM | diabetes | diagnosis |
T2DM | diabetes | diagnosis |
CKD | kidneys | diagnosis |
OA | arthritis | diagnosis |
PD | Parkinson's | diagnosis |
MS | multiple sclerosis | diagnosis |
MND | motor neurone disease | diagnosis |
CCF | heart failure | diagnosis |
UTI | infection | diagnosis |
BPSD | distress in dementia | diagnosis |
Ca | cancer | diagnosis |
ETOH | alcohol | diagnosis |
PVD | circulation | diagnosis |
DVT | clot | diagnosis |
TBI | head injury | diagnosis |
ADHD | attention | diagnosis |
PTSD | after trauma | diagnosis |
RTA | road accident | diagnosis |
WZ | wheeled zimmer | access |
RTS | raised toilet seat | equipment |
RTF | raised toilet frame | equipment |
PADL | personal care | act |
DADL | household tasks | act |
ADL | daily tasks | act |
HEP | home exercises | act |
TUG | a timed walk | measure |
MoCA | memory test | measure |
MMSE | memory test | measure |
PHQ9 | mood questionnaire | measure |
MUST | nutrition score | measure |
wks | weeks | time |
yrs | years | time |
1:1 | one to one | sign |
2:1 | two to one | sign |
++ | a lot | sign |
+ve | positive | sign |
-ve | negative | nil |
nil | none | nil |
Ø | none | nil |
↑ | more | sign |
↓ | less | sign |
x1 | once | sign |
x2 | twice | sign |
x3 | three times | sign |
"""
