"""Words that only say no: never part of the words that show an interest.

Invariant: data alone, folded.
"""

NEGATORS = frozenset(
    """
    no not never none nil ø neither nor dont doesnt didnt cant cannot wont isnt wasnt arent werent wouldnt couldnt
    hasnt havent hadnt aint nah nope without hates hate hated dislikes dislike disliked loathes detests refuses
    refused declined declines rejects denies
    """.split()
)
