"""The stream: what was said, with what was read out of it; each finding decided with one key and taken back with another."""
