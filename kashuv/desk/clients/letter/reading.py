"""How Kashuv read an entry: the writer's own words, what was peeled off, and every finding with its certainty."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.http import Http404
from django.utils.safestring import SafeString

from kashuv.desk.clients.stream.findings import Proposal, Read
from kashuv.desk.clients.stream.marked import marked
from kashuv.desk.clients.stream.returned import source_of
from kashuv.desk.clients.words import CHANNELS
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations.models import Attachment, Entry, Finding
from kashuv.rooms.post.models import Dispatch, Letter
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """Everything that the page shows; `read` in the order of the words. What was not so is no longer marked in them."""

    client: Client
    entry: Entry
    own: SafeString
    read: tuple[Read, ...]
    promises: tuple[Proposal, ...]
    files: tuple[Attachment, ...]
    dispatch: Dispatch | None
    passed_on_by: str

    @property
    def by(self) -> object:
        """The channel's name."""
        return CHANNELS[self.entry.kind]


def entry_seen(member: Member, client: uuid.UUID, key: uuid.UUID) -> Entry:
    """The entry with client, person and member at it, through the gate; Http404 if there is none to see."""
    found = (
        Entry.objects.seen_by(member)
        .filter(pk=key, client_id=client)
        .select_related("client", "person", "member")
    )
    if entry := found.first():
        return entry
    raise Http404


def reading_page(member: Member, client: uuid.UUID, key: uuid.UUID) -> ReadingPage:
    """The page for this member."""
    entry = entry_seen(member, client, key)
    mine = {"workspace_id": member.workspace_id, "entry_id": entry.id}
    found = Finding.objects.filter(**mine).exclude(kind="promise").order_by("start", "id")
    read = tuple(_read(one) for one in found)
    promises = tuple(_promise(one) for one in Promise.objects.filter(**mine).order_by("id"))
    spans = [(one.start, one.end, one.mark) for one in read if one.state != "dismissed"]
    spans += [span for one in promises if one.state != "dismissed" and (span := one.span(entry.text))]
    files = tuple(Attachment.objects.filter(**mine).order_by("id"))
    own = marked(entry.text, spans)
    return ReadingPage(
        entry.client, entry, own, read, promises, files, _dispatch(entry), _passed_on_by(entry)
    )


def _dispatch(entry: Entry) -> Dispatch | None:
    """The latest way out of a letter of ours, or of a message to a phone, with what came back of it."""
    if source := source_of(entry.identity):
        return Dispatch.objects.within(entry.workspace_id).filter(source=source).order_by("-number").first()
    if entry.direction != Entry.Direction.OUT or entry.letter_id is None:
        return None
    letters = Letter.objects.within(entry.workspace_id).filter(pk=entry.letter_id).exclude(message_id="")
    gone = Dispatch.objects.within(entry.workspace_id).filter(message_id__in=letters.values("message_id"))
    return gone.order_by("-number").first()


def _passed_on_by(entry: Entry) -> str:
    """Who of us passed it on, where it came to us inside another letter."""
    if entry.direction != Entry.Direction.IN or entry.letter_id is None:
        return ""
    letter = (
        Letter.objects.within(entry.workspace_id).only("workspace_id", "envelope").get(pk=entry.letter_id)
    )
    name, address = letter.envelope.get("forwarded", ("", ""))
    return str(name or address)


def _read(one: Finding) -> Read:
    return Read(one.id, one.kind, one.what, one.words, one.start, one.end, one.certainty, one.state, one.due)


def _promise(one: Promise) -> Proposal:
    return Proposal(
        one.id, one.side, one.state, one.words, one.quote, one.due_at, one.certainty, one.entry_id
    )
