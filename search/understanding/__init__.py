"""Typed words or a visit note to what a person loves and can do: pure, from a vocabulary snapshot.

Its doors: `reading.Reading` (what was understood), `read.read` (words of a search box), `understand.understand` (what
was typed on a visit), `expansion` (reading to terms), `telling` (reading to plain data). A note goes through steps, a
module each: structure, abbreviations, cast and people (who), polarity, past, mentions and own_words (concepts),
judging, gifts, constraints, stage, left_over; `note` puts them in order.
"""
