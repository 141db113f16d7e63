"""Times as people write them, read without guessing: `reading.read` is the door."""
