"""Mailboxes: connected, tried, followed and let go; how each is, and what of it could not be taken in."""
