"""Finds what was said with somebody: some words of the query name him, the others stand in what was said.

For each word the clients whom it may name, then one question for the lines that hold each word or are of its clients.
"""

from __future__ import annotations

import uuid
from functools import reduce
from operator import or_

from django.db.models import Q

from kashuv.foundation.among import Keys
from kashuv.foundation.search.lines import SaidLine, WhoLine
from kashuv.foundation.search.matching import (
    CANDIDATES,
    COLUMNS,
    GRAM,
    LOOKED_THROUGH,
    Row,
    containing,
    key,
    standing,
)

MOST_WORDS = 6
FEWEST_LETTERS = 2
MOST_NAMED = 12  # clients; a word that is part of more names than this is nobody's


def said_with(workspace_id: uuid.UUID, words: list[str], hidden: Keys = ()) -> list[Row]:
    """Lines of clients who are named by some of the words and that hold all the others, newest first."""
    if not 2 <= len(words) <= MOST_WORDS:
        return []
    named = {word: _named(workspace_id, word, hidden) for word in words}
    clients = set().union(*named.values())
    if not clients:
        return []
    newest = SaidLine.objects.within(workspace_id).filter(client_id__in=clients).order_by("-pk")
    lines = SaidLine.objects.within(workspace_id).filter(pk__in=newest.values("pk")[:LOOKED_THROUGH])
    for word in words:
        lines = lines.filter(Q(text__contains=word) | Q(client_id__in=named[word]))
    lines = lines.filter(reduce(or_, [Q(text__contains=word) for word in words]))
    return list(lines.order_by("-pk").values_list(*COLUMNS)[:CANDIDATES])


def _named(workspace_id: uuid.UUID, word: str, hidden: Keys) -> set[uuid.UUID]:
    """The clients of whose names, or of whose people's, the word is a part; where these are many, or the word is shorter
    than any part that an index knows, a word by itself."""
    if len(word) < FEWEST_LETTERS:
        return set()
    if len(word) < GRAM:
        lines = standing(WhoLine, workspace_id, word, hidden)
    else:
        lines = containing(WhoLine, workspace_id, [word], hidden)
    rows = [(client, text) for _, _, client, text in lines if client]
    found = {client for client, _ in rows}
    if len(found) > MOST_NAMED:
        found = {client for client, text in rows if word in text.split()}
    return {key(client) for client in found} if len(found) <= MOST_NAMED else set()
