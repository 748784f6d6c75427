"""Every page of the desk, and a stage on which each has something to show. A new page is added to PAGES."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from kashuv.flows.capture import take_down
from kashuv.foundation import clock
from kashuv.rooms.clients import register
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member
from tests import cast


@dataclass(frozen=True, slots=True)
class Stage:
    """Who and what stands on it; `late` is a word of ours that was due yesterday."""

    noa: Member
    gal: Client
    yoav: Person
    late: Promise
    call: Entry


PAGES: dict[str, Callable[[Stage], str]] = {
    "today": lambda stage: "/",
    "promises": lambda stage: "/promises/",
    "a promise by hand": lambda stage: "/promises/new/",
    "a new date": lambda stage: f"/promises/{stage.late.pk}/moves/",
    "capture": lambda stage: "/capture/",
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
    "an entry": lambda stage: f"/clients/{stage.gal.pk}/entries/{stage.call.pk}/reading/",
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
    ledger.note(gal, "לוגו בוקטור", side="theirs", due_at=now + timedelta(days=3), by=noa, at=now)
    ledger.note(gal, "אחזור אליך עם הצעה", side="ours", due_at=None, by=noa, at=now, state="proposed")
    ledger.move(late, now - timedelta(hours=20), reason="המדפסת חולה", told=True, by=noa, at=now)
    return Stage(noa, gal, yoav, late, taken.entry)
