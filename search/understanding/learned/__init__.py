"""What a note says of a person, learned from marked notes: clues of each word, and a model that weighs them.

The rules around it say what each word is (whose, in what part, behind what cue, a name, an interest of the vocabulary);
the model weighs these together. ADR 11 tells why.
"""
