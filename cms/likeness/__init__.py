"""How alike two assets are: the facts compared, the words of a name, the score, and keys by which likely ones meet.

Invariant: pure; neither a name alone nor anything without a name ever makes two assets look the same.
"""
