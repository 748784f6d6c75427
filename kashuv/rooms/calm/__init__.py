"""Calm: how we stay calm when it is hard. Between writing and sending somebody looks, once, with a cool head.

The guard *weighs* a draft before it leaves and says what it saw; a *hold* keeps one until a better hour; an *opinion*
is what a second person says of it. None of them forbids: the writer decides, and what was decided is kept.
"""
