"""Today: what deserves me now. The plan of one member for one day, each item with its reasons and a first step.

A *mark* is what she said of an item: done, later, not needed; it can be undone.
"""
