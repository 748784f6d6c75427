"""Homing: what comes back to a dispatch is tied to it by Message-ID: bounces, automatic answers, and the provider's copy."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from kashuv.foundation.journal import writing as journal
from kashuv.foundation.portions import portions
from kashuv.rooms.post import fate
from kashuv.rooms.post.letters import Delivery
from kashuv.rooms.post.models import Dispatch, Letter
from kashuv.rooms.post.rules import bounces
from kashuv.rooms.post.rules.identity import is_ours

Arrival = tuple[Delivery, Letter]
BY_MACHINES = (Letter.Nature.BOUNCE, Letter.Nature.AUTOMATIC)


def tie(workspace_id: uuid.UUID, arrivals: Sequence[Arrival], *, at: datetime) -> None:
    """Asks the database only if there is something that may have come back."""
    marked = [(arrival, marks) for arrival in arrivals if (marks := _marks(arrival))]
    if not marked:
        return
    gone = _dispatches(workspace_id, {mark for _, marks in marked for mark in marks})
    for (delivery, letter), marks in marked:
        for dispatch in filter(None, map(gone.get, marks)):
            _tie(dispatch, delivery, letter, at)


def _marks(arrival: Arrival) -> list[str]:
    """The names of letters of ours that this one is about, or is."""
    delivery, letter = arrival
    sender = delivery.opened.from_.address
    if letter.nature in BY_MACHINES:
        return [mark for mark in letter.references if is_ours(mark, f"@{mark.rpartition('@')[2]}")]
    return [letter.message_id] if is_ours(letter.message_id, sender) else []


def _dispatches(workspace_id: uuid.UUID, marks: set[str]) -> dict[str, Dispatch]:
    """The latest dispatch under each name."""
    found: dict[str, Dispatch] = {}
    for some in portions(sorted(marks)):
        rows = Dispatch.objects.within(workspace_id).filter(message_id__in=some).order_by("number")
        found |= {dispatch.message_id: dispatch for dispatch in rows}
    return found


def _tie(dispatch: Dispatch, delivery: Delivery, letter: Letter, at: datetime) -> None:
    match letter.nature:
        case Letter.Nature.BOUNCE:
            hear(dispatch, bounces.report(delivery.raw, delivery.opened), at=at)
        case Letter.Nature.AUTOMATIC:
            _answer(dispatch, delivery.opened.text or delivery.opened.subject, at)
        case _ if dispatch.state == Dispatch.State.UNKNOWN:
            fate.settle_as_sent(dispatch, [_step("found", "", at)], at=at)


@transaction.atomic
def hear(dispatch: Dispatch, report: bounces.Report, *, at: datetime) -> None:
    """A report on its fate. One that is final is loud, even if she had seen to something before; a delay is only kept as evidence."""
    said = f"{report.recipient}: {report.said}" if report.recipient else report.said
    if not report.is_final:
        fate.note(dispatch, _step("reported", said, at))
        return
    loud = {"bounced": said[:500], "bounced_at": at, "troubled_at": at, "seen_to_at": None}
    fate.note(dispatch, _step("bounced", said, at), **loud)
    journal.write(journal.line(dispatch.workspace_id, "dispatch.bounced", dispatch.id, at=at))


def _answer(dispatch: Dispatch, said: str, at: datetime) -> None:
    dispatch.replied, dispatch.replied_at = " ".join(said.split())[:500], at
    here = Dispatch.objects.within(dispatch.workspace_id).filter(pk=dispatch.pk)
    here.update(replied=dispatch.replied, replied_at=at)


def _step(name: str, said: str, at: datetime) -> fate.Told:
    return {"at": at.isoformat(), "step": name, "said": said[:500]}
