"""Gathers what may deserve a member today: one bounded question for each kind of matter, in the order of an index."""
