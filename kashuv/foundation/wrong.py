"""A setting that can't be, said so that whoever set it knows what to do."""

from __future__ import annotations


class Wrong(Exception):
    """Raised while the house is opened; its text is one plain sentence."""
