"""Piecing: a long message that a provider tells in parts waits until all of them have come, and is told as one.

A part waits as a job that falls due when it has waited long enough: then what came is told, with a mark where something is
missing. A part that comes later still is told by itself; none is told twice, and none is lost with a process.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256

from django.db.models import QuerySet

from kashuv.foundation.queue import line
from kashuv.foundation.queue.job import Job
from kashuv.rooms.post.channels.phones import Part, Word
from kashuv.rooms.post.models import Gateway

JOIN = "join_parts"
PATIENCE = timedelta(minutes=5)
GAP = " […] "


def pieced(gateway: Gateway, word: Word, part: Part, at: datetime) -> Word | None:
    """The whole message, if this part was the last that was missing; None while others are still to come.

    The caller's transaction holds together that the parts wait no longer and that their message is told.
    """
    _alone(gateway)
    group = (
        f"{gateway.id.hex}:{sha256(f'{word.sender}:{part.reference}:{part.total}'.encode()).hexdigest()[:24]}"
    )
    told = {
        "gateway": str(gateway.id), "group": group, "name": word.name, "sender": word.sender, "text": word.text,
        "at": word.at.isoformat(), "number": part.number, "total": part.total,
    }  # fmt: skip
    key = f"{group}:{sha256(word.name.encode()).hexdigest()[:24]}"
    line.enqueue(gateway.workspace_id, JOIN, told, key=key, at=at, run_after=at + PATIENCE)
    waiting = _waiting(gateway, group)
    came = {job.arguments["number"] for job in waiting}
    return _joined(waiting, at) if len(came) == part.total else None


def given_up(gateway: Gateway, group: str, at: datetime) -> Word | None:
    """What came of a message whose other parts did not, in the caller's transaction; None if it was told meanwhile."""
    _alone(gateway)
    return _joined(_waiting(gateway, group), at)


def _alone(gateway: Gateway) -> None:
    """Two parts that come at once are looked at one after the other."""
    here = Gateway.objects.within(gateway.workspace_id).filter(pk=gateway.pk)
    list(here.select_for_update().values_list("pk", flat=True))


def _waiting(gateway: Gateway, group: str) -> QuerySet[Job]:
    ours = Job.objects.within(gateway.workspace_id).filter(task=JOIN, idempotency_key__startswith=f"{group}:")
    return ours.filter(finished_at__isnull=True, failed_at__isnull=True).order_by("enqueued_at", "id")


def _joined(waiting: QuerySet[Job], at: datetime) -> Word | None:
    """The parts in their order; what they said is kept here no longer. Of two with one number the first is meant."""
    parts: dict[int, Job] = {}
    for job in waiting:
        parts.setdefault(job.arguments["number"], job)
    if not parts:
        return None
    waiting.filter(pk__in=[job.pk for job in parts.values()]).update(
        finished_at=at, leased_until=None, arguments={}
    )
    told = [parts[number].arguments for number in sorted(parts)]
    begun = min(datetime.fromisoformat(one["at"]) for one in told)
    said = {one["number"]: one["text"] for one in told}
    return Word(told[0]["name"], told[0]["sender"], _text(said, told[0]["total"]), begun)


def _text(said: Mapping[int, str], total: int) -> str:
    """As it was written; a gap is marked, and several in a row are one."""
    pieces: list[str] = []
    for number in range(1, total + 1):
        if number in said:
            pieces.append(said[number])
        elif pieces[-1:] != [GAP]:
            pieces.append(GAP)
    return "".join(pieces).strip()
