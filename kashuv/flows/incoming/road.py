"""Takes a batch of arrivals down the whole road, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from kashuv.flows import meaning
from kashuv.flows.arrived import Arrived, ContactArrived, EventArrived, MailArrived, SaidElsewhere, Tally
from kashuv.flows.incoming.batch import Batch, Heard
from kashuv.flows.incoming.cleaning import as_storable
from kashuv.flows.incoming.mails import hear_mails
from kashuv.flows.incoming.meetings import follow
from kashuv.flows.incoming.talks import hear_talks
from kashuv.rooms.care import pulse
from kashuv.rooms.conversations import timeline
from kashuv.rooms.post import parcels
from kashuv.rooms.post.models import Shipment
from kashuv.rooms.post.parcels import Packed
from kashuv.rooms.team.models import Member, Workspace


def take_in(
    workspace: Workspace,
    items: Sequence[Arrived],
    *,
    shipment: Shipment | None,
    by: Member | None,
    at: datetime,
    packed: Packed | None = None,
) -> Tally:
    """Takes a batch in, whatever it holds, and says what became of it. `by` is the member who brought it.

    A shipment's clients (`touched`) are felt when it has arrived as a whole, not again with each of its batches. Letters
    are packed before the transaction; who calls this within one of his own has done so before (`packed`, by `pack`).
    """
    clean = [as_storable(item) for item in items]
    batch = Batch(workspace, shipment, by, at, pack(clean) if packed is None else packed)
    return _take_in(batch, clean)


def pack(items: Iterable[Arrived]) -> Packed:
    """The letters among them as they are kept; long work for heavy ones, for which nobody else should wait."""
    return parcels.pack(item.raw for item in items if isinstance(item, MailArrived))


@transaction.atomic
def _take_in(batch: Batch, items: Sequence[Arrived]) -> Tally:
    _one_hand_at_a_time(batch.workspace)
    batch.meet(batch.theirs(item.contact for item in items if isinstance(item, ContactArrived)))
    follow(batch, [item for item in items if isinstance(item, EventArrived)])
    heard = [
        *hear_mails(batch, [item for item in items if isinstance(item, MailArrived)]),
        *hear_talks(batch, [item for item in items if isinstance(item, SaidElsewhere)]),
    ]
    _let_count(batch, heard)
    return batch.tally


def _one_hand_at_a_time(workspace: Workspace) -> None:
    """Two batches of one workspace wait for each other, so that neither meets a stranger whom the other just met."""
    list(Workspace.objects.select_for_update(no_key=True).filter(pk=workspace.pk).values_list("pk"))


def _let_count(batch: Batch, heard: Sequence[Heard]) -> None:
    """Writes what was said, notes what it means, and feels the pulse of each client that it touches."""
    workspace_id = batch.workspace.id
    entries = timeline.record(workspace_id, [one.said for one in heard])
    counting = [(entry, one.reading) for entry, one in zip(entries, heard, strict=True) if one.counts]
    batch.tally.promises += meaning.weigh(batch.workspace, counting)
    batch.tally.entries += len(entries)
    batch.tally.attachments += sum(entry.attachment_count for entry in entries)
    batch.touch(*(entry.client_id for entry in entries))
    if batch.tally.touched and batch.shipment is None:
        pulse.feel(workspace_id, batch.tally.touched, batch.at)
