"""Finds what a story's question looks for: who by name, number or address, and what was said and promised."""

from __future__ import annotations

from collections.abc import Iterator

from kashuv.flows.story.telling import Told
from kashuv.foundation.folding import fold
from kashuv.foundation.search import finding
from kashuv.foundation.search.finding import Found

SHORTEST = 3
LIMIT = 20
SOUGHT_ONE_BY_ONE = 0.5  # what holds only some of the words stands behind whatever holds them all


def search(told: Told, text: str) -> list[dict[str, str | None]]:
    """Clients, people, entries and promises, best first."""
    found = sorted(_found(told, text), key=lambda one: -one[1])
    return [
        {
            "kind": one.kind,
            "id": told.names[one.ref],
            "client": told.names.get(one.client_id) if one.client_id else None,
        }
        for one, _ in found[:LIMIT]
        if told.names.get(one.ref)
    ]


def _found(told: Told, text: str) -> Iterator[tuple[Found, float]]:
    known = [
        *finding.who(told.workspace.id, text, LIMIT),
        *finding.said(told.workspace.id, text, limit=LIMIT),
    ]
    if known:
        yield from ((one, one.score) for one in known)
        return
    words = [word for word in fold(text).split() if len(word) >= SHORTEST]
    times: dict[object, tuple[Found, float]] = {}
    for word in words:
        for one in finding.said(told.workspace.id, word, limit=LIMIT):
            before = times.get(one.ref, (one, 0.0))[1]
            times[one.ref] = (one, before + SOUGHT_ONE_BY_ONE * one.score)
    yield from times.values()
