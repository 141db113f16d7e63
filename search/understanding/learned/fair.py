"""Words that must not weigh: he or she, Mr or Mrs, which faith and its day, which people. One word stands for each set.

Invariant: pure. Two notes that differ in such words alone give the same clues.
"""

_ALIKE = {
    "PRONOUN": "he she",
    "OBJECT": "him",
    "THEIR": "his her hers",
    "SELF": "himself herself",
    "PRONOUN-IS": "hes shes",
    "TITLE": "mr mrs ms miss mister",
    "SPOUSE": "wife husband hubby missus",
    "PARENT": "mum dad mother father mam",
    "GRANDPARENT": "nan nana gran grandma granny grandad grandpa granda grandmother grandfather",
    "CHILD": "son daughter dtr",
    "SIBLING": "brother sister",
    "BEREAVED": "widow widower widowed",
    "YOUNG": "girl boy lad lass",
    "GROWN": "lady gentleman gent man woman",
    "FAITH-PLACE": "church chapel mosque temple gurdwara synagogue kirk cathedral masjid mandir mass",
    "FAITH": "catholic methodist anglican muslim hindu sikh jewish christian baptist quaker pentecostal orthodox "
    "buddhist rastafarian presbyterian",
    "DAY": "friday saturday sunday fridays saturdays sundays",
    "PEOPLE": "english scottish welsh irish polish ukrainian indian pakistani bangladeshi bengali sylheti chinese "
    "jamaican caribbean african nigerian somali sudanese italian french german spanish arabic ghanaian turkish kurdish "
    "syrian afghan iranian romanian portuguese punjabi urdu gujarati tamil",
}
ALIKE = {word: name for name, those in _ALIKE.items() for word in those.split()}
