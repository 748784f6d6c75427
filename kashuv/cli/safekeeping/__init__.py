"""Safekeeping: a whole installation in one file, checked by its digests, and back again."""
