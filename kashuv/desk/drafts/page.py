"""The page of one draft, as named parts. She comes to answer well, and fast, in the way that this client likes."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext, pgettext

from kashuv.desk.calm.words import Told, told
from kashuv.desk.drafts.beside import Beside, beside
from kashuv.desk.drafts.form import DraftForm
from kashuv.desk.drafts.hours import better_for
from kashuv.desk.drafts.phone import Phone, phone_of
from kashuv.desk.drafts.said import Said, said_of
from kashuv.flows import writing
from kashuv.rooms.calm import holding
from kashuv.rooms.calm.models import Hold
from kashuv.rooms.conversations import drafts, presences
from kashuv.rooms.conversations.models import Draft, Enclosure, Entry
from kashuv.rooms.conversations.rules import filling
from kashuv.rooms.promises.vows import Vow
from kashuv.rooms.team.models import Member


@dataclass(frozen=True, slots=True)
class DraftPage:
    """Everything that the page shows. `others` have it open just now; `readers` read the letter that it answers; at
    `better` he would rather hear from us than now; while it is `held` it waits."""

    draft: Draft
    form: DraftForm
    title: str
    enclosures: tuple[Enclosure, ...]
    others: list[str]
    beside: Beside
    places: dict[str, str]
    readers: list[list[str]]
    said: list[Said]
    better: datetime | None
    phone: Phone | None
    held: Hold | None
    now: datetime

    @property
    def answers(self) -> Entry | None:
        return self.draft.answers

    @property
    def by_phone(self) -> bool:
        """An SMS or a WhatsApp message: no subject, no files."""
        return self.draft.kind != Draft.Kind.MAIL

    @property
    def because(self) -> list[Told]:
        """Why it waits, as the guard saw it then."""
        return told(self.held.because) if self.held else []

    @property
    def waits(self) -> bool:
        """Whether its hour is still to come."""
        return self.held is not None and self.now < self.held.until

    @property
    def leads_out(self) -> bool:
        """Whether the editor's main button sends: not where only one's own phone can, and not before the hour that was chosen."""
        return not self.waits and not (self.phone and self.phone.gateway is None)

    @property
    def vows(self) -> list[Vow]:
        return vows_of(self.draft)

    @property
    def writing(self) -> bool:
        return self.draft.state == Draft.State.WRITING


def vows_of(draft: Draft) -> list[Vow]:
    """What is taken on by sending it."""
    return [Vow.of(kept) for kept in draft.vows]


def draft_of(member: Member, key: uuid.UUID) -> Draft:
    """The draft for this member with all it points at; Http404 if she may not see it."""
    seen = Draft.objects.seen_by(member)
    return get_object_or_404(
        seen.select_related("client", "person", "member", "answers", "dispatch", "mailbox", "gateway"), pk=key
    )


def draft_page(member: Member, draft: Draft, now: datetime, form: DraftForm | None = None) -> DraftPage:
    """With `form`, that form and what was wrong in it."""
    return DraftPage(
        draft=draft,
        form=form or DraftForm(draft=draft, member=member),
        title=_title(draft),
        enclosures=tuple(drafts.enclosed(draft)),
        others=presences.others(draft, member, at=now),
        beside=beside(member, draft, now),
        places=places(member, draft, now),
        said=said_of(draft),
        better=better_for(draft, member.workspace, now),
        phone=phone_of(draft, now),
        held=holding.standing(draft) if draft.state == Draft.State.WRITING else None,
        readers=writing.others_of(draft, by=member) if draft.state == Draft.State.WRITING else [],
        now=now,
    )


def _title(draft: Draft) -> str:
    whom: Any = draft.person or draft.client
    if whom is None:
        return gettext("A letter") if draft.kind == Draft.Kind.MAIL else gettext("A message")
    if draft.answers_id:
        return pgettext("an answer to a person", "Answer to %(whom)s") % {"whom": whom}
    if draft.kind != Draft.Kind.MAIL:
        return pgettext("a message to a person", "To %(whom)s") % {"whom": whom}
    return pgettext("a letter to a person", "To %(whom)s") % {"whom": whom}


def places(member: Member, draft: Draft, now: datetime) -> dict[str, str]:
    """What the places of a template stand for in this letter."""
    name = (draft.person.name if draft.person else "").split(" ")[0]
    today = now.astimezone(member.workspace.zone).date()
    values = {
        "name": name,
        "client": draft.client.name if draft.client else "",
        "me": member.name,
        "firm": member.workspace.name,
        "day": f"{today.day}.{today.month}.{today.year}",
    }
    return {place: values[place] for place in filling.PLACES}
