"""Conversations: what was said. One timeline for each client: mails, calls, meetings, messages, memos.

An *entry* is one thing said; a *thread* holds the entries of one matter; an *echo* is the quoted part of
an earlier mail; a *finding* is what was read out of an entry, proposed until a person decides. A *draft* is what
we are about to say, with its *enclosures*; a *template* is one that is written often.
"""
