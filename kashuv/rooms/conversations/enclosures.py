"""Enclosures: puts a file to a draft, and takes it out again."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.db.models import Sum

from kashuv.foundation.journal import writing as journal
from kashuv.rooms.conversations.models import Draft, Enclosure
from kashuv.rooms.post import parcels
from kashuv.rooms.post.parcels import Packed
from kashuv.rooms.team.models import Member

MOST_BYTES = 20 * 1024 * 1024  # of all files of one letter: what nearly every mail server takes, once encoded
MOST_FILES = 50


class TooMuch(Exception):
    """More than a letter can carry."""


class TooLate(Exception):
    """The letter is not being written any more: what went with it is what went."""


def enclose(draft: Draft, name: str, media_type: str, body: bytes, *, by: Member, at: datetime) -> Enclosure:
    """The file goes with the draft from now on. Raises TooMuch or TooLate; what was enclosed before stays."""
    return _enclose(draft, name, media_type, len(body), parcels.pack([body]), by, at)


@transaction.atomic
def _enclose(
    draft: Draft, name: str, media_type: str, size: int, packed: Packed, by: Member, at: datetime
) -> Enclosure:
    _while_it_is_written(draft.workspace_id, draft.id)
    here = Enclosure.objects.within(draft.workspace_id).filter(draft_id=draft.id)
    heavy = here.aggregate(bytes=Sum("size"))["bytes"] or 0
    if heavy + size > MOST_BYTES or here.count() >= MOST_FILES:
        raise TooMuch
    (parcel,) = parcels.keep_packed(draft.workspace_id, packed).values()
    enclosure = Enclosure.objects.create(
        workspace_id=draft.workspace_id,
        draft=draft,
        parcel=parcel,
        name=name[:255],
        media_type=media_type[:120],
        size=size,
    )
    journal.write(
        journal.line(draft.workspace_id, "draft.enclosed", draft.id, at=at, by=by.id, client=draft.client_id)
    )
    return enclosure


@transaction.atomic
def take_out(enclosure: Enclosure, *, by: Member, at: datetime) -> None:
    """It does not go with the draft after all. Raises TooLate."""
    _while_it_is_written(enclosure.workspace_id, enclosure.draft_id)
    Enclosure.objects.within(enclosure.workspace_id).filter(pk=enclosure.pk).delete()
    journal.write(
        journal.line(enclosure.workspace_id, "draft.taken_out", enclosure.draft_id, at=at, by=by.id)
    )


def _while_it_is_written(workspace_id: uuid.UUID, draft_id: uuid.UUID) -> None:
    """Nobody sends it until this transaction ends. Raises TooLate."""
    here = Draft.objects.within(workspace_id).filter(pk=draft_id, state=Draft.State.WRITING)
    if not here.select_for_update().values_list("pk", flat=True):
        raise TooLate
