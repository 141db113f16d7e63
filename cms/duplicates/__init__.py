"""Which assets may be the same as others: read from the catalogue, compared by `cms.likeness`, kept to be settled.

Invariant: comparing changes no asset, and a pair that somebody settled is never opened again.
"""
