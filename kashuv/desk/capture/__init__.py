"""Capture: a call, a meeting, a word in the corridor, taken down in ten seconds."""
