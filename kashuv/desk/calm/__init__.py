"""Calm: what stands between writing and sending: the guard's page, the cool morning, the second opinion."""
