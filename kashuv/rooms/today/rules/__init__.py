"""Thoughts about today: pure, on plain values."""
