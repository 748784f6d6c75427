"""Thoughts of calm: pure, on plain values."""
