"""The directory at a glance, for whoever answers for it: counts and dates, and nothing of any person."""
