"""Promises: what falls due, what is proposed, what became of a word."""
