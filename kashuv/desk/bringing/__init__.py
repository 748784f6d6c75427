"""Bringing in: files, their progress, what was refused and why, taking back."""
