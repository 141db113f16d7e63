"""What a listing's own words say it is about: read for imports and for what groups type.

Invariant: pure given its vocabulary; nothing here writes.
"""
