"""Promises follow what they were read out of: to another client, to another person, and back."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db.models import OuterRef, Subquery

from kashuv.foundation.portions import portions
from kashuv.foundation.search import index
from kashuv.foundation.search.lines import SaidLine
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.promises.models import Promise


def follow(workspace_id: uuid.UUID, entry_ids: Sequence[uuid.UUID]) -> None:
    """Puts promises with the client of the entry that they come from; an entry without one leaves them where they are."""
    whose = Entry.objects.within(workspace_id).filter(pk=OuterRef("entry_id")).values("client_id")
    for some in portions(entry_ids):
        promises = Promise.objects.within(workspace_id).filter(entry_id__in=some, entry__client__isnull=False)
        keys = list(promises.values_list("id", flat=True))
        Promise.objects.within(workspace_id).filter(pk__in=keys).update(client_id=Subquery(whose))
        _follow_lines(workspace_id, keys)


def _follow_lines(workspace_id: uuid.UUID, keys: Sequence[uuid.UUID]) -> None:
    whose = Promise.objects.within(workspace_id).filter(pk=OuterRef("ref")).values("client_id")
    lines = SaidLine.objects.within(workspace_id).filter(kind=SaidLine.Kind.PROMISE, ref__in=list(keys))
    lines.update(client_id=Subquery(whose))


def withdraw(workspace_id: uuid.UUID, entry_ids: Sequence[uuid.UUID]) -> list[Promise]:
    """Takes back what was only proposed from entries that belong to no client any more; what somebody decided stays."""
    withdrawn: list[Promise] = []
    for some in portions(entry_ids):
        promises = Promise.objects.within(workspace_id).filter(
            entry_id__in=some, entry__client__isnull=True, state=Promise.State.PROPOSED
        )
        withdrawn += promises.select_related("entry")
    keys = [promise.id for promise in withdrawn]
    for some in portions(keys):
        index.drop(SaidLine, workspace_id, some)
        Promise.objects.within(workspace_id).filter(pk__in=some).delete()
    return withdrawn


def hand_over(workspace_id: uuid.UUID, gone: uuid.UUID, kept: uuid.UUID) -> list[uuid.UUID]:
    """Puts another person behind the promises of one; gives the promises moved."""
    promises = Promise.objects.within(workspace_id).filter(person_id=gone)
    moved = list(promises.values_list("id", flat=True))
    promises.update(person_id=kept)
    return moved


def hand_back(
    workspace_id: uuid.UUID, keys: Sequence[uuid.UUID], holders: Sequence[uuid.UUID], person: uuid.UUID
) -> None:
    """Undoes `hand_over`, of what is still with these."""
    for some in portions(keys):
        still = Promise.objects.within(workspace_id).filter(pk__in=some, person_id__in=holders)
        still.update(person_id=person)
