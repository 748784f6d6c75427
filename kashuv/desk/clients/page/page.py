"""The client's page: gathered in five statements, whatever its length."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from kashuv.desk.clients.about import About, about
from kashuv.desk.clients.how import How, how
from kashuv.desk.clients.margin import contact, margin
from kashuv.desk.clients.margin.habits import habits
from kashuv.desk.clients.margin.warmth import Warmth, first_day, warmth
from kashuv.desk.clients.page.owed import Owed, owed
from kashuv.desk.clients.stream import lines as timeline
from kashuv.desk.clients.stream import stream
from kashuv.desk.clients.stream.hanging import on
from kashuv.desk.clients.together import told_apart
from kashuv.desk.clients.words import FRAMES, STANDINGS
from kashuv.desk.layout.seen import Seen
from kashuv.foundation.search import finding
from kashuv.rooms.team.models import Member


@dataclass(frozen=True, slots=True)
class ClientPage:
    """Everything that the page shows."""

    client: About
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
    def of_client(self) -> str:
        """What a page of everybody's is asked with, to show this client's alone."""
        return f"?of={self.client.id}"

    @property
    def standing(self) -> object:
        return STANDINGS[self.client.standing]


def client_page(
    member: Member, key: uuid.UUID, now: datetime, words: str = "", after: str = "", whole: bool = False
) -> ClientPage:
    """The page for this member, with the `whole` file or the first of it; Http404 if she may not see the client."""
    client, zone = about(member, key), member.workspace.zone
    lines = timeline.lines(client, after, _found(client, words) if words else None)
    hanging = told_apart(on(client, lines[: timeline.PAGE], now))
    file = told_apart(margin.asked(client.workspace_id, client.id, first_day(now)))
    seen = habits(contact.recent(client, now), zone)
    return ClientPage(
        client=client,
        how=how(client, client, Seen.at(now)),
        warmth=warmth(contact.days(file["day of contact"]), now),
        owed=owed(hanging, stream.asked_about(lines, now)),
        stream=stream.stream(client, lines, hanging, now),
        margin=margin.margin(file, seen, whole=whole),
        frames=tuple(FRAMES.items()),
        now=now,
        words=words,
        after=after,
    )


def _found(client: About, words: str) -> list[uuid.UUID]:
    found = finding.said(client.workspace_id, words, client_id=client.id, limit=timeline.PAGE)
    return [one.ref for one in found if one.kind == "entry"]
