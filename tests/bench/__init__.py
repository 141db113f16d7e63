"""`make bench`: how fast search is over 100,000 listings, beside what else one could have taken. No test is here."""
