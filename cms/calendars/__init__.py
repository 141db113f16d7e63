"""Listings as calendar files (RFC 5545), to be taken once or followed.

Invariant: each session is one entry, by a name that stays.
"""
