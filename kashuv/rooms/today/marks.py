"""Marks: what a member says of an item of her plan, and how she takes it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kashuv.foundation.journal import writing as journal
from kashuv.rooms.clients.models import Client
from kashuv.rooms.team.models import Member
from kashuv.rooms.today.models import Mark


@transaction.atomic
def mark(
    member: Member, item_key: str, client: Client, word: str, *, until: datetime | None = None, at: datetime
) -> Mark:
    """Done, later (until a moment) or not needed; the same evidence will not come back meanwhile."""
    made = Mark.objects.create(
        workspace_id=member.workspace_id,
        member=member,
        client=client,
        item=item_key[:100],
        word=word,
        until=until,
        at=at,
    )
    _tell(made, f"item.{word}", member, at)
    return made


@transaction.atomic
def unmark(made: Mark, *, at: datetime) -> bool:
    """The item is back; says whether the mark still held."""
    here = Mark.objects.within(made.workspace_id).filter(pk=made.pk, undone_at__isnull=True)
    if not here.update(undone_at=at):
        return False
    _tell(made, "item.unmarked", made.member, at)
    return True


def _tell(made: Mark, verb: str, by: Member, at: datetime) -> None:
    journal.write(
        journal.line(made.workspace_id, verb, made.pk, at=at, by=by.id, client=made.client_id, item=made.item)
    )
