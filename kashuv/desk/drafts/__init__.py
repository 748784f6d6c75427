"""Drafts: where a letter is written, with the one who will read it beside it."""
