"""Lives for the tests of the client pages: a client with so many words, findings, files and promises."""

from __future__ import annotations

from datetime import timedelta

from kashuv.foundation.keys import uuid7
from kashuv.rooms.care import pulse
from kashuv.rooms.clients.models import Client, Detail, KeyDate, Manner
from kashuv.rooms.conversations.models import Attachment, Entry, Finding, Thread
from kashuv.rooms.promises.models import Promise
from tests import cast
from tests.cast import NOW

WORDS = "Could you send the offer by Thursday? We promise to answer at once."


def life(client: Client, entries: int) -> list[Entry]:
    """As many mails, one a day, newest first; each with a finding, a proposed promise and a file."""
    ws = client.workspace_id
    thread = Thread.objects.create(workspace_id=ws, client=client, root=uuid7().hex)
    said = [_mail(client, thread, days) for days in range(entries)]
    for entry in said:
        Finding.objects.create(
            workspace_id=ws,
            entry=entry,
            kind="request",
            words="send the offer",
            start=10,
            end=24,
            certainty=0.8,
        )
        Attachment.objects.create(
            workspace_id=ws, entry=entry, name="הצעה.pdf", media_type="application/pdf", size=2048
        )
        Promise.objects.create(
            workspace_id=ws, client=client, entry=entry, side="theirs", words="answer at once",
            quote="We promise to answer at once.", identity=entry.id.hex, state="proposed", given_at=entry.at,
        )  # fmt: skip
    pulse.feel(ws, [client.id], NOW)
    return said


def _mail(client: Client, thread: Thread, days: int) -> Entry:
    return Entry.objects.create(
        workspace_id=client.workspace_id, client=client, thread=thread, identity=uuid7().hex, kind="mail",
        direction="in", at=NOW - timedelta(days=days, minutes=5), subject=f"Offer {days}", text=WORDS,
        echo="> the old words", signature="Yoav", asks=True, attachment_count=1,
    )  # fmt: skip


def file(client: Client, things: int) -> None:
    """As many people, manners, days and details."""
    own = {"workspace_id": client.workspace_id, "client": client}
    for n in range(things):
        cast.person(
            client, f"Person {n}", f"p{n}@{client.id.hex}.example", f"05{client.id.int % 10**7:07}{n:02}"
        )
        Manner.objects.create(**own, kind="channel", words=f"by phone {n}", at=NOW)
        KeyDate.objects.create(**own, kind="other", words=f"day {n}", month=2, day=29)
        Detail.objects.create(**own, words=f"detail {n}", at=NOW)
