"""What a firm owns behind its gates, one of each kind, so that strangers can be sent to ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from email.message import EmailMessage

from django.core import signing
from django.db import connection, transaction

from kashuv.flows import acquaintance, outgoing, writing
from kashuv.flows.capture import take_down
from kashuv.foundation import clock
from kashuv.foundation.belonging import across_workspaces
from kashuv.foundation.keys import uuid7
from kashuv.language import mime
from kashuv.rooms.calm import holding, opinions
from kashuv.rooms.clients import consents, register
from kashuv.rooms.clients.models import Client, Detail, KeyDate, Manner, Person
from kashuv.rooms.conversations import drafts, enclosures, findings, templates
from kashuv.rooms.conversations.models import Attachment, Draft, Entry, Finding
from kashuv.rooms.post import fate, gateways, mailboxes, parcels
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.models import Copy, Folder, Letter, Mailbox, Refusal, Shipment
from kashuv.rooms.promises import ledger
from kashuv.rooms.team import passes, quieting
from kashuv.rooms.team.models import Member
from kashuv.rooms.team.rules.quiet import Span
from kashuv.rooms.today.marks import mark
from tests import cast
from tests.doors.desk.clients.lives import life

SIGNED = (
    "client_was",
    "person_was",
    "grouping_was",
    "taken_was",
)  # what an undo carries is true, whoever sends it
BECAUSE = [{"reason": "to_and_fro", "ins": 14, "outs": 9}]
NIGHTS = Span(frozenset(range(7)), time(20), time(7))
TABLE = "Name,Reach\nDana Lev,dana@lev.example\n"


@dataclass(frozen=True, slots=True)
class Firm:
    """Its three members, and the keys of what stands behind the gates of its owner; `secret` is in each of its names."""

    owner: Member
    manager: Member
    member: Member
    secret: str
    keys: Mapping[str, str]

    @property
    def leaders(self) -> tuple[Member, ...]:
        return (self.owner, self.manager)


def missing(keys: Mapping[str, str]) -> dict[str, str]:
    """Keys of the same form behind which nothing stands."""
    return {name: text if name in SIGNED else str(uuid7()) for name, text in keys.items()}


@transaction.atomic
def firm(name: str, slug: str, secret: str, names: tuple[str, str, str]) -> Firm:
    """A firm whose owner serves an exclusive client of whom her members may know nothing."""
    home = cast.firm(name, slug)
    owner, manager, member = (
        cast.member(home, who, role) for who, role in zip(names, ("owner", "manager", "member"), strict=True)
    )
    client = cast.client(home, f"{secret} Ltd", owner, exclusive=True)
    keys = {"client": client.pk, "owner": owner.pk, **_people(client, secret, owner)}
    keys |= _file(client, secret) | _said(client, owner) | _promises(client, secret, owner)
    keys |= _drafts(client, secret, owner) | _phones(client, secret, owner)
    keys |= _mailbox(owner, secret)
    keys |= _shipments(owner, secret) | _own(client, keys["person"], owner, secret)
    told = {name: str(key) for name, key in keys.items()}
    return Firm(owner, manager, member, secret, told | _signed(told, secret))


def _people(client: Client, secret: str, owner: Member) -> dict[str, object]:
    """Two who may be one, two who were joined, and two clients out of the mail: one proposed, one declined."""
    people = [cast.person(client, f"{secret} {n}", f"{n}@{secret.lower()}.example") for n in "abcd"]
    proposed, declined = (
        cast.client(
            owner.workspace, f"{secret} {standing}", owner, exclusive=True, standing=standing, because=BECAUSE
        )
        for standing in ("proposed", "declined")
    )
    ws = client.workspace_id
    register.refresh_lines(ws, client_ids=[client.pk, proposed.pk], person_ids=[one.pk for one in people])
    joined = acquaintance.merge(people[2], people[3], [{"reason": "by_hand"}], by=owner, at=clock.now())
    return {
        "person": people[0].pk,
        "consent": consents.note(people[0], secret, by=owner, at=clock.now()).pk,
        "twin": people[1].pk,
        "loner": Person.objects.create(
            workspace_id=ws, name="A Loner", folded="a loner", created_at=cast.BEFORE
        ).pk,
        "merging": joined.pk,
        "proposed": proposed.pk,
        "declined": declined.pk,
    }


def _file(client: Client, secret: str) -> dict[str, object]:
    own = {"workspace_id": client.workspace_id, "client": client, "words": f"{secret} tells"}
    now = clock.now()
    return {
        "manner": Manner.objects.create(**own, kind="channel", at=now).pk,
        "day": KeyDate.objects.create(**own, kind="other", month=2, day=29).pk,
        "detail": Detail.objects.create(**own, at=now).pk,
    }


def _said(client: Client, owner: Member) -> dict[str, object]:
    """A letter with a file, and what was read in it: one finding to be decided, and one that is."""
    entry, second = life(client, 2)
    ws = client.workspace_id
    raw = _letter(client.name)
    (parcel,) = parcels.keep(ws, [raw]).values()
    letter = Letter.objects.create(workspace_id=ws, identity=b"1" * 32, parcel=parcel, taken_at=clock.now())
    Entry.objects.within(ws).filter(pk=entry.pk).update(letter=letter, html=True)
    (file,) = mime.open_letter(raw).attachments
    Attachment.objects.within(ws).filter(entry_id=entry.pk).update(part=file.path, name=file.name)
    decided = Finding.objects.within(ws).get(entry_id=second.pk)
    findings.accept(decided, by=owner, at=clock.now())
    return {
        "entry": entry.pk,
        "attachment": Attachment.objects.within(ws).get(entry_id=entry.pk).pk,
        "finding": Finding.objects.within(ws).get(entry_id=entry.pk).pk,
        "decided": decided.pk,
    }


def _letter(name: str) -> bytes:
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "a@x.example", "b@y.example", name
    letter.set_content(f"Here is the offer for {name}")
    letter.add_attachment(name.encode(), maintype="application", subtype="pdf", filename="offer.pdf")
    return letter.as_bytes()


def _promises(client: Client, secret: str, owner: Member) -> dict[str, object]:
    now = clock.now()
    due = now + timedelta(days=1)
    promise, kept, proposal = (
        ledger.note(client, f"{secret} {state}", side="ours", due_at=due, by=owner, at=now, state=state)
        for state in ("open", "open", "proposed")
    )
    ledger.keep(kept, by=owner, at=now)
    move = ledger.move(promise, due + timedelta(days=1), reason="", told=True, by=owner, at=now)
    return {"promise": promise.pk, "kept": kept.pk, "proposal": proposal.pk, "move": move.pk}


def _drafts(client: Client, secret: str, owner: Member) -> dict[str, object]:
    """One with a file, and two templates of the owner's: her own and the team's."""
    now = clock.now()
    _open_mailbox(owner)
    draft = _draft(client, secret, owner)
    file = enclosures.enclose(draft, f"{secret}.txt", "text/plain", secret.encode(), by=owner, at=now)
    template = templates.keep(by=owner, at=now, shared=False, name=secret, text=f"{secret} thanks")
    shared = templates.keep(by=owner, at=now, shared=True, name="office", text="{name}, thanks")
    held, dropped, leaving, *rest = (_draft(client, secret, owner) for _ in range(5))
    drafts.drop(dropped, by=owner, at=now)
    holding.hold(held, until=now + timedelta(hours=9), by=owner, at=now)
    waiting, lost, doubted = (outgoing.release(one, by=owner, at=now) for one in (leaving, *rest))
    fate.fail(lost, [{"at": now.isoformat(), "step": "recipient", "said": f"550 no {secret}"}], at=now)
    fate.leave(doubted, [], at=now)
    fate.doubt(doubted, [], at=now)
    asked = opinions.ask_outside(draft, secret, question="", by=owner, at=now)[0]
    wanted = opinions.ask(draft, owner, question=secret, by=owner, at=now)
    keys = {
        "asked": asked.pk,
        "opinion": wanted.pk,
        "held": held.pk,
        "dropped": dropped.pk,
        "leaving": leaving.pk,
        "waiting": waiting.pk,
        "lost": lost.pk,
        "doubted": doubted.pk,
    }
    return keys | {
        "draft": draft.pk,
        "enclosure": file.pk,
        "template": template.pk,
        "office_template": shared.pk,
    }


def _phones(client: Client, secret: str, owner: Member) -> dict[str, object]:
    """A message to a phone that is being written, and one that was told to have been sent."""
    now = clock.now()
    to, text = [[secret, "054-123-4567"]], f"{secret} it is"
    message, told = (
        drafts.begin(client, None, by=owner, at=now, kind="sms", to=to, text=text) for _ in range(2)
    )
    outgoing.tell(told, by=owner, at=now)
    gateway, _ = gateways.open_at(
        owner.workspace, "sms", secret, provider="twilio", secret={"sid": "AC1", "token": "x"},
        by=owner, at=now, options={"base": "http://127.0.0.1:9"},
    )  # fmt: skip
    return {"message": message.pk, "told": told.pk, "gateway": gateway.pk}


def _open_mailbox(owner: Member) -> None:
    server = Server("mail.example", 993, "tls", "x")
    mailboxes.open_at(
        owner.workspace, owner.email, member=owner, fetching=server, sending=server, secret={"password": "x"},
        by=owner, at=clock.now(),
    )  # fmt: skip


def _mailbox(owner: Member, secret: str) -> dict[str, object]:
    """The owner's own, with a folder, and a letter in it that could not be taken in."""
    mailbox = Mailbox.objects.within(owner.workspace_id).get(member=owner)
    own = {"workspace_id": owner.workspace_id}
    folder = Folder.objects.create(**own, mailbox=mailbox, path=f"{secret} matters")
    (parcel,) = parcels.keep(owner.workspace_id, [f"{secret} is broken".encode()]).values()
    copy = Copy.objects.create(
        **own, folder=folder, uid=1, parcel=parcel, refused=f"{secret} is broken", seen_at=clock.now()
    )
    return {"mailbox": mailbox.pk, "folder": folder.pk, "copy": copy.pk}


def _draft(client: Client, secret: str, owner: Member) -> Draft:
    draft = writing.write_to(client, None, kind="mail", by=owner, at=clock.now(), text=f"{secret} is told")
    return drafts.save(draft, version=1, by=owner, at=clock.now(), subject=secret).draft


def _shipments(owner: Member, secret: str) -> dict[str, object]:
    """One that has arrived, with a refusal, and one that was interrupted."""
    arrived, stuck = (
        Shipment.objects.create(
            workspace_id=owner.workspace_id,
            by=owner,
            state=state,
            sources=[f"{secret}.mbox"],
            started_at=clock.now(),
        )
        for state in ("arrived", "failed")
    )
    Refusal.objects.create(
        workspace_id=owner.workspace_id,
        shipment=arrived,
        source=f"{secret}.mbox, 7",
        reason="broken",
        digest=b"7" * 32,
    )
    return {"shipment": arrived.pk, "stuck": stuck.pk}


def _own(client: Client, person: object, owner: Member, secret: str) -> dict[str, object]:
    """What is a member's alone: a mark, a capture, a link, and what her session remembers."""
    now = clock.now()
    someone = Person.objects.within(client.workspace_id).get(pk=person)
    call = take_down(owner, client=client, person=someone, kind="call", words=f"{secret} rang", at=now)
    opened, token = passes.issue(owner, "calendar", at=now)
    return {
        "mark": mark(owner, "silence:1", client, "later", at=now).pk,
        "call": call.entry.pk,
        "pass": opened.pk,
        "quiet": quieting.keep(NIGHTS, by=owner, at=clock.now()).pk,
        "token": token,
        "introduced": uuid7().hex,
        "handed": uuid7(),
    }


def _signed(keys: Mapping[str, str], secret: str) -> dict[str, str]:
    """What the undo of a change carries in its address."""
    was = {"name": f"{secret} Before", "language": "he", "owner": keys["owner"], "exclusive": True}
    he = {"name": f"{secret} Before", "form": "her", "mails": "", "phones": "", "contact_allowed": True}
    return {
        "client_was": signing.dumps(was, salt="kashuv.client.was"),
        "people_was": signing.dumps([keys["person"]], salt="kashuv.grouping.was"),
        "person_was": signing.dumps(he, salt="kashuv.person.was"),
        "taken_was": signing.dumps([keys["person"], keys["client"], False], salt="kashuv.taking.was"),
        "grouping_was": signing.dumps([str(keys["person"])], salt="kashuv.grouping.was"),
    }


def everything() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the sessions'."""
    with across_workspaces("a test compares all that is kept"), connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor)) - {"django_session"}
        return {table: _rows(cursor, table) for table in sorted(tables)}


def _rows(cursor: object, table: str) -> list[tuple[object, ...]]:
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # type: ignore[attr-defined]
    return sorted((tuple(map(_plain, row)) for row in cursor.fetchall()), key=repr)  # type: ignore[attr-defined]


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value
