"""Demo: a believable small firm over a year, told through the flows that real letters take.

Everything is relative to the day on which it is filled, and the same for the same seed and day.
"""
