"""Marks: done, later, not needed, and their undo. A mark holds for the evidence that was seen; new evidence brings
the item back."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from django.db import transaction

from kashuv.foundation.clock import local
from kashuv.foundation.journal import writing as journal
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.clients.models import Client
from kashuv.rooms.team.models import Member
from kashuv.rooms.today.models import Mark

USUAL_PATIENCE = timedelta(days=14)


@transaction.atomic
def mark(
    member: Member, item_key: str, client: Client, word: str, *, until: datetime | None = None, at: datetime
) -> Mark:
    """Marks every matter that the item's key names; gives the first mark, which stands for all of them in `unmark`.

    "Later" is until tomorrow morning unless said otherwise.
    """
    if word == Mark.Word.LATER and until is None:
        until = tomorrow_morning(member, at)
    marks = [
        Mark(
            workspace_id=member.workspace_id,
            member=member,
            client=client,
            item=name[:100],
            word=word,
            until=until or _until(name, word, client, at),
            at=at,
        )
        for name in item_key.split(".")
    ]
    Mark.objects.bulk_create(marks)
    _tell(marks[0], f"item.{word}", member, at)
    return marks[0]


def tomorrow_morning(member: Member, at: datetime) -> datetime:
    """When the working day begins on the next day."""
    zone, begins = member.workspace.zone, member.workspace.day_starts
    day = local(at, zone).date() + timedelta(days=1)
    return datetime.combine(day, begins or time(9), zone).astimezone(UTC)


def _until(name: str, word: str, client: Client, at: datetime) -> datetime | None:
    """Who was called about his silence is silent again after a rhythm, even if nobody wrote the call down."""
    if word != Mark.Word.DONE or not name.startswith("silence:"):
        return None
    pulse = Pulse.objects.within(client.workspace_id).filter(client_id=client.id).first()
    days = client.cadence_days or (pulse.rhythm_days if pulse else None)
    return at + (timedelta(days=days) if days else USUAL_PATIENCE)


@transaction.atomic
def unmark(mark: Mark, *, at: datetime) -> None:
    """Undoes a mark, with those that were made in the same breath."""
    together = Mark.objects.within(mark.workspace_id).filter(
        member_id=mark.member_id, client_id=mark.client_id, at=mark.at, undone_at__isnull=True
    )
    together.update(undone_at=at)
    journal.write(
        journal.line(
            mark.workspace_id,
            "item.unmarked",
            mark.id,
            at=at,
            by=mark.member_id,
            client=mark.client_id,
            item=mark.item,
        )
    )


def _tell(mark: Mark, verb: str, member: Member, at: datetime) -> None:
    journal.write(
        journal.line(
            mark.workspace_id, verb, mark.id, at=at, by=member.id, client=mark.client_id, item=mark.item
        )
    )
