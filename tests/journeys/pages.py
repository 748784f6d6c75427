"""Every page of the desk, and a stage on which each has something to show. A new page is added to PAGES."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time, timedelta

from kashuv.flows import outgoing
from kashuv.flows.capture import take_down
from kashuv.foundation import clock
from kashuv.rooms.calm import opinions
from kashuv.rooms.calm.models import Opinion
from kashuv.rooms.clients import register
from kashuv.rooms.clients.models import Client, Detail, Person
from kashuv.rooms.clients.rules.contact import Contact
from kashuv.rooms.conversations import drafts, enclosures, templates
from kashuv.rooms.conversations.models import Draft, Entry
from kashuv.rooms.post import fate, gateways, mailboxes, parcels
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.models import Copy, Folder, Mailbox, Refusal, Shipment
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team import quieting
from kashuv.rooms.team.models import Member
from kashuv.rooms.team.rules.quiet import Span
from kashuv.transfer.arriving.carrying import COUNTED
from tests import cast
from tests.doors.desk.clients.lives import life
from tests.flows.outgoing import draft as letter
from tests.flows.outgoing import mailbox


@dataclass(frozen=True, slots=True)
class Stage:
    """Who and what stands on it; `late` is a word of ours that was due yesterday."""

    noa: Member
    gal: Client
    yoav: Person
    late: Promise
    call: Entry
    fact: Detail
    shipment: Shipment
    draft: Draft
    wanted: Opinion
    mailbox: Mailbox
    message: Draft
    loner: Person


SHABBAT = Span(frozenset({5}), time(), time())
PAGES: dict[str, Callable[[Stage], str]] = {
    "today": lambda stage: "/",
    "promises": lambda stage: "/promises/",
    "promises of long ago": lambda stage: "/promises/older/",
    "the closing of the day": lambda stage: "/promises/closing/",
    "not forgotten": lambda stage: f"/promises/{stage.late.pk}/reassurance/",
    "a word to release": lambda stage: f"/promises/{stage.late.pk}/releasing/",
    "a promise by hand": lambda stage: "/promises/new/",
    "a new date": lambda stage: f"/promises/{stage.late.pk}/moves/",
    "capture": lambda stage: "/capture/",
    "how a call went": lambda stage: f"/capture/calls/{stage.yoav.pk}/",
    "whether a message was sent": lambda stage: f"/capture/messages/{stage.yoav.pk}/sms/?words=שלום",
    "find": lambda stage: "/find/?q=גל",
    "settings": lambda stage: "/settings/",
    "accessibility": lambda stage: "/accessibility/",
    "how the door is locked": lambda stage: "/accounts/2fa/",
    "a new password": lambda stage: "/accounts/password/change/",
    "sign out": lambda stage: "/accounts/logout/",
    "nowhere": lambda stage: "/nowhere/",
    "clients": lambda stage: "/clients/",
    "a client": lambda stage: f"/clients/{stage.gal.pk}/",
    "bringing": lambda stage: "/bringing/",
    "found in a client's file": lambda stage: f"/clients/{stage.gal.pk}/?q=המפרט",
    "clients who wait": lambda stage: "/clients/?state=waiting&sort=waiting",
    "a new client": lambda stage: "/clients/new/",
    "a client's edit": lambda stage: f"/clients/{stage.gal.pk}/edit/",
    "a person": lambda stage: f"/clients/{stage.gal.pk}/people/{stage.yoav.pk}/",
    "a new person": lambda stage: f"/clients/{stage.gal.pk}/people/new/",
    "a manner": lambda stage: f"/clients/{stage.gal.pk}/manners/new/",
    "a day": lambda stage: f"/clients/{stage.gal.pk}/days/new/",
    "a fact": lambda stage: f"/clients/{stage.gal.pk}/details/new/",
    "a fact's removal": lambda stage: f"/clients/{stage.gal.pk}/details/{stage.fact.pk}/removal/",
    "introductions": lambda stage: "/clients/introductions/",
    "everybody else": lambda stage: "/clients/introductions/others/",
    "whose person it is": lambda stage: f"/clients/introductions/others/{stage.loner.pk}/belonging/",
    "who belongs where": lambda stage: f"/clients/introductions/{stage.gal.pk}/grouping/",
    "the same person": lambda stage: "/clients/introductions/same/",
    "a shipment": lambda stage: f"/bringing/{stage.shipment.pk}/",
    "a shipment's return": lambda stage: f"/bringing/{stage.shipment.pk}/returning/",
    "search": lambda stage: "/search/?q=גל",
    "an entry": lambda stage: f"/clients/{stage.gal.pk}/entries/{stage.call.pk}/reading/",
    "drafts": lambda stage: "/drafts/",
    "a draft": lambda stage: f"/drafts/{stage.draft.pk}/",
    "before it leaves": lambda stage: f"/drafts/{stage.draft.pk}/guard/",
    "from elsewhere": lambda stage: f"/drafts/{stage.draft.pk}/elsewhere/",
    "with a cool head": lambda stage: f"/drafts/{stage.draft.pk}/morning/",
    "asking for an opinion": lambda stage: f"/drafts/{stage.draft.pk}/opinions/",
    "an opinion": lambda stage: f"/drafts/opinions/{stage.wanted.pk}/",
    "templates": lambda stage: "/drafts/templates/",
    "gateways": lambda stage: "/settings/gateways/",
    "a new gateway": lambda stage: "/settings/gateways/new/cloud/",
    "a message to a phone": lambda stage: f"/drafts/{stage.message.pk}/",
    "mailboxes": lambda stage: "/settings/mailboxes/",
    "a mailbox": lambda stage: f"/settings/mailboxes/{stage.mailbox.pk}/",
    "a mailbox's servers": lambda stage: f"/settings/mailboxes/{stage.mailbox.pk}/servers/",
    "a mailbox's end": lambda stage: f"/settings/mailboxes/{stage.mailbox.pk}/end/",
    "a new mailbox": lambda stage: "/settings/mailboxes/new/",
    "a new mailbox of a known provider": lambda stage: "/settings/mailboxes/new/?address=noa@gmail.com",
    "a new mailbox of one's own domain": lambda stage: "/settings/mailboxes/new/?address=noa@rosen.example",
    "outbox": lambda stage: "/drafts/outbox/",
}
GUEST_PAGES = ["/accounts/login/", "/accounts/password/reset/", "/accounts/signup/", "/accessibility/"]


def set_stage() -> Stage:
    """Rosen & Levy on an ordinary day."""
    noa = cast.member(cast.firm(), "Noa", "owner")
    now = clock.now()
    gal = cast.client(noa.workspace, "מרכז גל", noa)
    yoav = cast.person(gal, "יואב גל", "yoav@gal.example", "054-123-4567", form="him")
    register.refresh_lines(noa.workspace_id, client_ids=[gal.pk], person_ids=[yoav.pk])
    taken = take_down(
        noa,
        client=gal,
        person=yoav,
        kind="call",
        words="יואב שאל מתי המפרט. אחזור אליו מחר עם תשובה.",
        at=now - timedelta(days=3),
    )
    late = ledger.note(
        gal, "המפרט המלא", side="ours", due_at=now - timedelta(days=1), by=noa, at=now - timedelta(days=3)
    )
    tonight = clock.end_of_workday(clock.local(now, noa.workspace.zone).date(), noa.workspace)
    ledger.note(gal, "אשלח הצעה מעודכנת היום", side="ours", due_at=tonight, by=noa, at=now)
    ledger.note(gal, "לוגו בוקטור", side="theirs", due_at=now + timedelta(days=3), by=noa, at=now)
    ledger.note(gal, "אחזור אליך עם הצעה", side="ours", due_at=None, by=noa, at=now, state="proposed")
    quieting.keep(SHABBAT, for_all=True, by=noa, at=now)  # which is quiet anyway
    ledger.move(late, now - timedelta(hours=20), reason="המדפסת חולה", told=True, by=noa, at=now)
    return Stage(
        noa,
        gal,
        yoav,
        late,
        taken.entry,
        _fill_the_file(noa, gal),
        _bring_in(noa),
        *_write(noa, gal),
        _follow(noa),
        _text(noa, gal),
        _meet_somebody(noa),
    )


def _meet_somebody(noa: Member) -> Person:
    """One out of an address book, who is no client."""
    now = clock.now()
    met = register.meet(
        noa.workspace, [Contact("דן לב", ("dan@lev.example",), organisation="נגריית לב")], at=now
    )
    return next(iter(met.values()))


def _fill_the_file(noa: Member, gal: Client) -> Detail:
    """Letters with findings and files; what is known of Gal; and somebody who looks like Yoav."""
    now = clock.now()
    life(gal, 3)
    register.state_manner(gal, "channel", "טלפון, לא מייל", by=noa, at=now)
    cast.person(gal, "Yoav Gal", "yoav@home.example", decides=True, contact_allowed=False)
    return register.remember(gal, "יום הולדת של יואב: 23 בנובמבר", by=noa, at=now)


def _write(noa: Member, gal: Client) -> tuple[Draft, Opinion]:
    """A draft that is too hot, with a file; and a template."""
    now = clock.now()
    hot = "יואב, נמאס לי מהתלונות שלך. אשלח את המפרט."
    to = [["יואב גל", "yoav@gal.example"]]
    draft = drafts.begin(gal, None, by=noa, at=now, subject="המפרט", text=hot, to=to)
    enclosures.enclose(draft, "מפרט.pdf", "application/pdf", b"%PDF", by=noa, at=now)
    templates.keep(by=noa, at=now, shared=True, name="תודה", text="{name} שלום, תודה רבה.")
    amit = cast.member(noa.workspace, "Amit", "manager")
    wanted = opinions.ask(draft, noa, question="חריף מדי?", by=amit, at=now)
    _send(noa, gal)
    return draft, wanted


def _send(noa: Member, gal: Client) -> None:
    """Letters of each fate: one waits, one failed, one nobody knows of, one came back."""
    now, box = clock.now(), mailbox(noa, 25)
    out = [outgoing.release(letter(noa, box, gal), by=noa, at=now) for _ in range(4)]
    said = [{"at": now.isoformat(), "step": "recipient", "said": "550 5.1.1 No such user"}]
    fate.fail(out[1], said, at=now)
    for one in out[2:]:
        fate.leave(one, [{"at": now.isoformat(), "step": "go_ahead", "said": "354 Go ahead"}], at=now)
    fate.doubt(out[2], [{"at": now.isoformat(), "step": "answer", "said": "[silence] timed out"}], at=now)
    fate.settle_as_sent(out[3], [], [("old@gal.example", "550 5.1.1 No such user")], at=now)


def _text(noa: Member, gal: Client) -> Draft:
    """Two gateways, one of them refused by its provider; and a WhatsApp message that is being written."""
    now, keys = clock.now(), {"sid": "AC1", "token": "x", "phone": "1", "signature": "x"}
    home = {"by": noa, "at": now, "secret": keys}
    sms, _ = gateways.open_at(noa.workspace, "sms", "+97231234567", provider="twilio", **home)
    gateways.complain(sms, "HTTP 401 20003: Authenticate")
    way, _ = gateways.open_at(noa.workspace, "whatsapp", "+97231234567", provider="cloud", **home)
    to = [["יואב גל", "054-123-4567"]]
    return drafts.begin(
        gal, None, by=noa, at=now, kind="whatsapp", gateway_id=way.id, to=to, text="נתראה מחר בעשר."
    )


def _follow(noa: Member) -> Mailbox:
    """A mailbox in step but for one letter, another of the team's that does not open, and one that was closed."""
    now = clock.now()
    server = Server("mail.rosen.example", 993, "tls", "noa")
    boxes = [
        mailboxes.open_at(
            noa.workspace,
            f"{name}@rosen.example",
            member=member,
            fetching=server,
            sending=server,
            secret={"password": "x"},
            by=noa,
            at=now - timedelta(days=3),
            name="נועה רוזן",
            signature="בברכה,\nנועה",
        )
        for name, member in (("noa", noa), ("office", None), ("once", noa))
    ]
    mailboxes.complain(boxes[1], "שרת הדואר לא קיבל את הסיסמה.", at=now - timedelta(hours=5))
    mailboxes.close(boxes[2], by=noa, at=now)
    mailboxes.recover(boxes[0], at=now)
    _fill_the_folders(boxes[0])
    return boxes[0]


def _fill_the_folders(mailbox: Mailbox) -> None:
    """What comes in, what was sent, and what nobody follows; one letter is broken."""
    own = {"workspace_id": mailbox.workspace_id, "mailbox": mailbox}
    counted = {"followed": True, "above": 1, "theirs": 1204, "ours": 1204, "compared_at": clock.now()}
    inbox = Folder.objects.create(**own, path="INBOX", role="inbox", **counted)
    Folder.objects.create(**own, path="Sent", role="sent", **counted)
    Folder.objects.create(**own, path="ספקים/הצעות", role="other")
    (parcel,) = parcels.keep(mailbox.workspace_id, [b"no letter at all"]).values()
    Copy.objects.create(
        workspace_id=mailbox.workspace_id,
        folder=inbox,
        uid=7,
        parcel=parcel,
        refused="This letter is larger than 50 MB.",
        size=61_000_000,
        seen_at=clock.now(),
    )


def _bring_in(noa: Member) -> Shipment:
    """A shipment that has arrived, with one refusal and one proposed client."""
    because = [{"reason": "to_and_fro", "ins": 14, "outs": 9}]
    cast.client(noa.workspace, "North Pier", noa, standing="proposed", because=because)
    shipment = Shipment.objects.create(
        workspace_id=noa.workspace_id,
        by=noa,
        state="arrived",
        sources=["inbox.mbox"],
        counts=dict.fromkeys(COUNTED, 3),
        started_at=clock.now(),
    )
    Refusal.objects.create(
        workspace_id=noa.workspace_id,
        shipment=shipment,
        source="inbox.mbox, 7",
        reason="broken",
        digest=b"7" * 32,
    )
    return shipment
