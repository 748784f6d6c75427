"""Arriving: mail archives, address books, calendars and chats, brought in once however often they are handed over.

A source is cut into pieces without ever being whole in memory; a child process with hard limits opens and reads
the pieces; the parent writes them in batches, each with the place to go on from in the same transaction.
"""
