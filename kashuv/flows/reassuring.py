"""Reassuring: a draft that tells of a delay, in the client's way and form, and moves the promise when it is sent."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kashuv.flows import writing
from kashuv.foundation import clock
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.promises import vows
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.promises.vows import Renewal, Vow
from kashuv.rooms.team.models import Member, Workspace
from kashuv.rooms.today.closing import Standing
from kashuv.rooms.today.reassuring import Delay, Ready, ready
from kashuv.rooms.today.rules.days import Day


def next_date(workspace: Workspace, at: datetime) -> datetime:
    """The date that is offered: the end of the next working day."""
    today = clock.local(at, workspace.zone).date()
    return clock.end_of_workday(clock.next_workday(today, workspace.zone), workspace)


def worded(standing: Standing, *, to: datetime, way: str, by: Member, at: datetime) -> Ready:
    """The message, ready to be sent or said; nothing is written down by it."""
    promise, firm = standing.promise, by.workspace
    delay = Delay(promise.words, promise.due_at or at, to)
    day = Day(at, firm.zone, firm.day_ends)
    return ready(delay, standing.person, day, way=way, language=promise.client.language, me=by.name)


@transaction.atomic
def write(standing: Standing, *, to: datetime, way: str, reason: str, by: Member, at: datetime) -> Draft:
    """The draft; a second press gives the one that is being written already. Sending it moves the promise."""
    begun = _begun(standing.promise, by)
    if begun is not None:
        return begun
    message = worded(standing, to=to, way=way, by=by, at=at)
    draft = _draft(standing, message, way, by, at)
    renewal = Renewal(standing.promise.id, standing.promise.words, reason)
    offered = [Vow(message.text, to, renews=renewal)]
    given = vows.read(message.text, workspace=by.workspace, at=at, before=offered)
    written = {"subject": draft.subject or message.subject, "vows": [one.plain() for one in given]}
    return drafts.save(draft, version=draft.version, by=by, at=at, **written).draft


def _begun(promise: Promise, by: Member) -> Draft | None:
    """What she has begun to write about it."""
    open_ = Draft.objects.within(promise.workspace_id).filter(
        client_id=promise.client_id, member_id=by.id, state=Draft.State.WRITING
    )
    about = str(promise.id)
    return next((one for one in open_ if any(_renews(vow) == about for vow in one.vows)), None)


def _renews(vow: dict[str, dict[str, str]]) -> str:
    return vow.get("renews", {}).get("promise", "")


def _draft(standing: Standing, message: Ready, way: str, by: Member, at: datetime) -> Draft:
    """In the thread of the letter in which the word was given, if it is told by letter too."""
    promise = standing.promise
    entry = promise.entry
    if way == Draft.Kind.MAIL and entry is not None and entry.kind == Draft.Kind.MAIL:
        return writing.answer(entry, everybody=False, by=by, at=at, text=message.text)
    person = promise.person
    if standing.person is not None and (person is None or person.id != standing.person.id):
        person = writing.person_of(promise.client, standing.person.id)
    return writing.write_to(promise.client, person, kind=way, by=by, at=at, text=message.text)
