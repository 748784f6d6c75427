"""Thoughts about care: pure, on plain values."""
