"""Leaving: what is held on a client, or on all, in forms that other programs read."""
