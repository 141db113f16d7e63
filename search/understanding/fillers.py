"""Words that never find a listing by themselves: grammar, the way people talk, and the furniture of a visit note.

Relatives, rooms, times and feelings are here because a listing that happens to name them is no answer to the person.
Invariant: lower case, unstemmed; a concept of the vocabulary that holds one is recognised all the same.
"""

GRAMMAR = """
a an and any are aren't as at be been being but by can can't cannot could couldn't did didn't do does doesn't doing
don't down each else every for from get gets getting go goes going gone got had hadn't has hasn't have haven't
having he he'd her hers herself him himself his how i i'd i'm i've if in into is isn't it it's its itself just
let's may me might more most much must my myself no nor not now of off often on once one only onto or other our out
over own per quite rather really she she'd should shouldn't so some someone somebody something somewhere soon still
such than that that's the their theirs them then there there's these they they'd they're this those though through
to too towards under until up upon us used very was wasn't we we'd were weren't what when where whether which while
who whom whose why will with within without won't would wouldn't yes yet you you'd your yours around about all also
always again after before between both because during however ever never near nearby here like likes liked liking
etc innit init owt nowt summat like ken hen pet duck luv bruv fam wallahi beta bach cariad
"""
TALK = """
love loves loved loving enjoy enjoys enjoyed enjoying want wants wanted wanting need needs needed wish wishes hope
hopes feel feels feeling felt think thinks thought know knows knew say says said saying tell tells told talk talks
talked ask asks asked look looks looking find finds found try tries tried trying make makes made making keep keeps
kept use uses using come comes coming came take takes took taking bring brings brought give gives gave given put
puts see sees seen saw hear heard seem seems start starts started stop stops stopped miss misses missed mad keen
good great nice lovely fine brilliant proud happy sad bad bit lot lots little big small new old older young younger
long short much many few several way ways thing things stuff kind sort type back everything anything nothing anyone
everyone people person folk others able happen happens happened interested interest interests hobby hobbies
passionate fan favourite willing would please maybe perhaps possibly mainly mostly usually sometimes pop popped set
along together alone last next first second lately recently since ago year years month months week weeks weekly day
days daily today tonight tomorrow yesterday time times hour hours minute minutes morning mornings afternoon
afternoons evening evenings night nights weekend weekends daytime monday tuesday wednesday thursday friday saturday
sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays spring summer autumn winter january february
march april june july august september october november december
"""
VISIT = """
home house flat room rooms front kitchen living door bed bedroom bathroom stairs upstairs downstairs street road
town area local visit visited visiting lives lived live mr mrs ms miss dr husband wife partner daughter son dad
father mum mother brother sister child children boy boys girl girls grandson granddaughter grandchildren grandchild
family man woman men women lady gentleman neighbour friend friends carer carers worker aged age ages old yr yrs
year-old teens teenage thirties forties fifties sixties seventies eighties nineties hip knee broken fracture
hospital operation heart stroke fall falls fell illness ill poorly pain chest bad leg legs doctor nurse's gp
appointment appointments discharge discharged care support help helps helped helping job work works worked working
retired retire lost died passed late moved struggle struggles struggling managed burden break feels doesn't anybody
nobody gp's self low money tight quiet noisy
"""

FILLERS: frozenset[str] = frozenset(f"{GRAMMAR} {TALK} {VISIT}".replace("'", "").split())
