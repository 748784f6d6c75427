"""Thoughts about promises: pure, on plain values."""
