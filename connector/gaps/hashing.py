"""Words and workers as keyed hashes: the same word gives the same hash, and nobody without the key reads it.

Invariant: a worker's hash is made with the word's, so that no two words can be tied to one worker. The key is made of
`SECRET_KEY`: with another one counting starts anew.
"""

from django.utils.crypto import salted_hmac


def word_hash(word: str) -> str:
    """32 hexadecimal signs."""
    return salted_hmac("connector.gaps.word", word, algorithm="sha256").hexdigest()[:32]


def whose_hash(hashed_word: str, worker: int) -> str:
    """32 hexadecimal signs. `worker`: the id of an account."""
    return salted_hmac("connector.gaps.whose", f"{hashed_word} {worker}", algorithm="sha256").hexdigest()[:32]
