"""Threads: finds each letter's conversation, begins it, and unites two that turn out to be one."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

from django.db.models import Case, UUIDField, Value, When

from kashuv.foundation.portions import portions
from kashuv.rooms.conversations.models import Entry, Strand, Thread
from kashuv.rooms.conversations.rules.weaving import Knot, Loom, Tie

CHUNK = 500


def weave(workspace_id: uuid.UUID, knots: Sequence[Knot]) -> list[uuid.UUID]:
    """The thread of each letter, in the order given; constant statements, however many letters."""
    loom = Loom(_known(workspace_id, _marks(knots)))
    by_time = sorted(range(len(knots)), key=lambda n: knots[n].at)
    woven = {n: loom.weave(knots[n]) for n in by_time}
    _begin(workspace_id, loom.new)
    _unite(workspace_id, loom)
    _tie(workspace_id, loom)
    threads = [loom.last(woven[n]) for n in range(len(knots))]
    _give_clients(workspace_id, dict(zip(threads, knots, strict=True)), loom)
    return threads


def _marks(knots: Sequence[Knot]) -> list[str]:
    marks = {mark for knot in knots for mark in (*knot.marks, *knot.subject_marks())}
    return sorted(marks - {""})


def _known(workspace_id: uuid.UUID, marks: list[str]) -> dict[str, Tie]:
    known: dict[str, Tie] = {}
    for some in portions(marks):
        rows = (
            Strand.objects.within(workspace_id).filter(mark__in=some).values_list("mark", "thread_id", "at")
        )
        known |= {mark: Tie(thread, at) for mark, thread, at in rows}
    return known


def _begin(workspace_id: uuid.UUID, new: Mapping[uuid.UUID, Knot]) -> None:
    Thread.objects.bulk_create(
        [
            Thread(
                id=key,
                workspace_id=workspace_id,
                root=knot.root,
                subject=knot.subject[:500],
                client_id=knot.client,
            )
            for key, knot in new.items()
        ],
        batch_size=CHUNK,
    )


def _unite(workspace_id: uuid.UUID, loom: Loom) -> None:
    """Moves what hangs on threads that went into others, and forgets those threads."""
    gone = sorted(loom.gone)
    for some in portions(gone):
        into = Case(
            *(When(thread_id=one, then=Value(loom.last(one))) for one in some), output_field=UUIDField()
        )
        for noun in (Entry, Strand):
            noun.objects.within(workspace_id).filter(thread_id__in=some).update(thread_id=into)
        Thread.objects.within(workspace_id).filter(pk__in=some).delete()


def _tie(workspace_id: uuid.UUID, loom: Loom) -> None:
    for some in portions(sorted(loom.used)):
        Strand.objects.within(workspace_id).filter(mark__in=some).delete()
    strands = [
        Strand(
            workspace_id=workspace_id,
            mark=mark,
            thread_id=loom.last(loom.ties[mark].thread),
            at=loom.ties[mark].at,
        )
        for mark in sorted(loom.fresh - loom.used)
    ]
    Strand.objects.bulk_create(
        strands,
        batch_size=150,
        update_conflicts=True,
        unique_fields=["workspace_id", "mark"],
        update_fields=["thread_id", "at"],
    )


def _give_clients(workspace_id: uuid.UUID, knots: Mapping[uuid.UUID, Knot], loom: Loom) -> None:
    """A thread that had no client gets that of a letter which has one."""
    told = {thread: knot.client for thread, knot in knots.items() if knot.client and thread not in loom.new}
    for some in portions(sorted(told)):
        orphans = list(Thread.objects.within(workspace_id).filter(pk__in=some, client__isnull=True))
        for thread in orphans:
            thread.client_id = told[thread.id]
        if orphans:
            Thread.objects.within(workspace_id).bulk_update(orphans, ["client"])
