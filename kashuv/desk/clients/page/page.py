"""The client's page: gathered in five statements, whatever its length."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.http import Http404

from kashuv.desk.clients.how import How, how
from kashuv.desk.clients.page import margin, stream
from kashuv.desk.clients.page.findings import Proposal
from kashuv.desk.clients.page.habits import Said, habits
from kashuv.desk.clients.page.together import ask_together, piece
from kashuv.desk.clients.page.warmth import Warmth, first_day, warmth
from kashuv.desk.clients.words import FRAMES, STANDINGS
from kashuv.foundation.search import finding
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations.models import Attachment, Entry, Finding
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member

RECENT = 1000  # entries of half a year that warmth and habits look at


@dataclass(frozen=True, slots=True)
class Owed:
    """What we owe each other, soonest first; `proposed` waits for a person's word and hangs on no entry shown."""

    ours: tuple[Proposal, ...]
    theirs: tuple[Proposal, ...]
    proposed: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class ClientPage:
    """Everything that the page shows."""

    client: Client
    pulse: Pulse
    how: How
    warmth: Warmth
    owed: Owed
    stream: stream.Stream
    margin: margin.Margin
    frames: tuple[tuple[str, object], ...]
    now: datetime
    words: str
    after: str

    @property
    def frame(self) -> object:
        """How we see him now."""
        return FRAMES[self.client.frame]

    @property
    def standing(self) -> object:
        return STANDINGS[self.client.standing]


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry by itself: what is drawn anew after a decision on it."""

    client: Client
    said: stream.Said


def client_page(
    member: Member, key: uuid.UUID, now: datetime, words: str = "", after: str = ""
) -> ClientPage:
    """The page for this member; Http404 if she may not see the client."""
    pulse = pulse_of(member, key)
    client = pulse.client
    said = _said_since(client, first_day(now))
    lines = stream.lines(client, after, _found(client, words) if words else None)
    hanging = ask_together(*_hanging(client, [line.id for line in lines[: stream.PAGE]]))
    seen = habits(said, member.workspace.zone)
    return ClientPage(
        client=client,
        pulse=pulse,
        how=how(pulse, now),
        warmth=warmth((one.at for one in said), now),
        owed=_owed(
            [Proposal.of(one) for one in hanging["promise"]], {line.id for line in lines[: stream.PAGE]}
        ),
        stream=stream.stream(lines, hanging),
        margin=margin.margin(ask_together(*margin.questions(client)), seen),
        frames=tuple(FRAMES.items()),
        now=now,
        words=words,
        after=after,
    )


def entry_page(member: Member, key: uuid.UUID, entry: uuid.UUID) -> EntryPage:
    """One entry of a client, through the gate; Http404 if there is none to see."""
    client = Client.objects.seen_by(member).filter(pk=key).first()
    lines = stream.lines(client, found=[entry]) if client else []
    if client is None or not lines:
        raise Http404
    hanging = ask_together(*_hanging(client, [entry]))
    return EntryPage(client, stream.stream(lines, hanging).strands[0].head)


def pulse_of(member: Member, key: uuid.UUID) -> Pulse:
    """The client's pulse with client and owner at it, through the gate; an empty one if none was felt yet."""
    clients = Client.objects.seen_by(member).filter(pk=key)
    felt = Pulse.objects.within(member.workspace_id).filter(client__in=clients)
    if pulse := felt.select_related("client__owner").first():
        return pulse
    client = clients.select_related("owner").first()
    if client is None:
        raise Http404
    return Pulse(workspace_id=member.workspace_id, client=client)


def _said_since(client: Client, moment: datetime) -> list[Said]:
    """When, which way and by what we were in touch, oldest first."""
    entries = Entry.objects.of(client).filter(at__gte=moment).exclude(kind=Entry.Kind.MEMO)
    recent = entries.newest_first().values_list("at", "direction", "kind")[:RECENT]
    return [Said(*row) for row in reversed(recent)]


def _found(client: Client, words: str) -> list[uuid.UUID]:
    found = finding.said(client.workspace_id, words, client_id=client.id, limit=stream.PAGE)
    return [one.ref for one in found if one.kind == "entry"]


def _hanging(client: Client, entries: list[uuid.UUID]) -> list[QuerySet]:
    """What hangs on these entries, and every promise of the client that has not ended."""
    ws = client.workspace_id
    mine = {"entry_id__in": entries}
    alive = Promise.objects.of(client).filter(Q(state="open") | Q(state="proposed"))
    found = Finding.objects.within(ws).filter(**mine).exclude(kind="promise")
    files = Attachment.objects.within(ws).filter(**mine)
    return [
        piece("finding", found, of="entry_id", kind="kind", what="what", words="words", more="state",
              first="start", last="end", share="certainty", at="due"),
        piece("file", files, of="entry_id", words="name", first="size"),
        piece("promise", alive, of="entry_id", kind="side", what="state", words="words", more="quote",
              share="certainty", at="due_at"),
    ]  # fmt: skip


def _owed(promises: list[Proposal], shown: set[uuid.UUID]) -> Owed:
    soonest = sorted(promises, key=lambda p: (p.due is None, p.due.timestamp() if p.due else 0))
    standing = [one for one in soonest if one.state == "open"]
    return Owed(
        ours=tuple(one for one in standing if one.is_ours),
        theirs=tuple(one for one in standing if not one.is_ours),
        proposed=tuple(one for one in soonest if one.state == "proposed" and one.entry not in shown),
    )
