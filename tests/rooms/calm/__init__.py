"""Calm: the guard, the hold, the second opinion."""
