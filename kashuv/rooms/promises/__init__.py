"""Promises: what was promised, ours to them and theirs to us, until when, and what became of it.

A *promise* is a word given; a *move* is a new date for it, with its reason and whether they were told.
"""
