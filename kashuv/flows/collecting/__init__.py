"""Collecting: a mailbox is visited, what came and went is followed, and each new letter goes down its road once."""
