"""Typed words or a visit note to what a person loves and can do: pure, from a vocabulary snapshot.

Its doors: `reading.Reading` (what was understood), `read.read` (text to reading), `expansion` (reading to terms).
"""
