"""Opinions: asks a second person about a draft, takes the answer, reminds; nobody forwards mail for it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from kashuv.foundation import secrets
from kashuv.foundation.journal import writing as journal
from kashuv.foundation.storable import storable
from kashuv.rooms.calm.models import Opinion
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.team.models import Member

OPEN_FOR = timedelta(days=7)  # a link to somebody outside
REMINDED_AFTER = timedelta(hours=4)
MOST_MARKS = 50
MOST_REMINDED = 500  # at one time; the rest a little later


@transaction.atomic
def ask(draft: Draft, of: Member, *, question: str, by: Member, at: datetime) -> Opinion:
    """Asks a teammate about the words as they stand; asked again about the same ones it is the same question.

    Raises Ended.
    """
    drafts.still_written(draft)
    known = _open(draft).filter(of_id=of.id, version=draft.version).first()
    return known or _ask(draft, question, by, at, of=of)


@transaction.atomic
def ask_outside(draft: Draft, name: str, *, question: str, by: Member, at: datetime) -> tuple[Opinion, str]:
    """Asks somebody who has no login; gives the token of the link, which nobody can ask for again. Raises Ended."""
    drafts.still_written(draft)
    secret = secrets.mint()
    asked = _ask(
        draft, question, by, at,
        name=name[:120], fingerprint=secrets.fingerprint(secret), expires_at=at + OPEN_FOR,
    )  # fmt: skip
    return asked, f"{draft.workspace_id.hex}-{secret}"


def _ask(draft: Draft, question: str, by: Member, at: datetime, **whom: Any) -> Opinion:
    asked = Opinion.objects.create(
        workspace_id=draft.workspace_id,
        draft=draft,
        version=draft.version,
        subject=draft.subject,
        text=draft.text,
        asked_by=by,
        question=storable(question)[:500],
        asked_at=at,
        **whom,
    )
    _tell(asked, "opinion.asked", by, at)
    return asked


@transaction.atomic
def answer(
    asked: Opinion, word: str, *, words: str, marks: Sequence[dict[str, Any]], by: Member | None, at: datetime
) -> bool:
    """Go, soften or wait, with the marked words; says whether the question still stood."""
    told = {"answer": word, "words": storable(words)[:5000], "marks": _marks(asked, marks), "answered_at": at}
    here = Opinion.objects.within(asked.workspace_id).filter(
        pk=asked.pk, answered_at__isnull=True, withdrawn_at__isnull=True
    )
    if not here.update(**told):
        return False
    for name, value in told.items():
        setattr(asked, name, value)
    _tell(asked, "opinion.given", by, at, answer=word)
    return True


def _marks(asked: Opinion, marks: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Only stretches of the very words that were asked about."""
    kept = []
    for mark in marks[:MOST_MARKS]:
        start, end = int(mark["start"]), int(mark["end"])
        if 0 <= start < end <= len(asked.text):
            said = storable(str(mark.get("said", "")))[:500]
            kept.append({"start": start, "end": end, "words": asked.text[start:end], "said": said})
    return kept


@transaction.atomic
def withdraw(asked: Opinion, *, by: Member, at: datetime) -> bool:
    """The question is taken back; a link to it opens nothing more."""
    here = Opinion.objects.within(asked.workspace_id).filter(
        pk=asked.pk, answered_at__isnull=True, withdrawn_at__isnull=True
    )
    if not here.update(withdrawn_at=at):
        return False
    _tell(asked, "opinion.withdrawn", by, at)
    return True


def remind(asked: Opinion, *, by: Member | None, at: datetime) -> None:
    """Says once more that somebody waits; it is on the day's plan of who was asked."""
    Opinion.objects.within(asked.workspace_id).filter(pk=asked.pk).update(reminded_at=at)
    _tell(asked, "opinion.reminded", by, at)


def remind_of_due(workspace_id: uuid.UUID, *, at: datetime) -> int:
    """Reminds once, by itself, of each that has waited long enough; how many. Done twice it reminds of none again."""
    waiting = Opinion.objects.within(workspace_id).filter(
        answered_at__isnull=True,
        withdrawn_at__isnull=True,
        reminded_at__isnull=True,
        asked_at__lte=at - REMINDED_AFTER,
        of__isnull=False,
        draft__state=Draft.State.WRITING,
    )
    due = list(waiting.select_related("draft")[:MOST_REMINDED])
    for asked in due:
        remind(asked, by=None, at=at)
    return len(due)


def of_draft(draft: Draft) -> list[Opinion]:
    """All that were asked for, the latest first."""
    here = Opinion.objects.within(draft.workspace_id).filter(draft_id=draft.id, withdrawn_at__isnull=True)
    return list(here.select_related("of", "asked_by").order_by("-asked_at", "-id"))


def by_token(token: str, *, at: datetime) -> Opinion | None:
    """The question that a link leads to, while it is open; None tells nothing about why."""
    workspace, _, secret = token.partition("-")
    try:
        workspace_id = uuid.UUID(workspace)
    except ValueError:
        return None
    here = Opinion.objects.within(workspace_id).filter(
        fingerprint=secrets.fingerprint(secret), withdrawn_at__isnull=True, expires_at__gt=at
    )
    return here.select_related("asked_by", "asked_by__workspace").first()


def _open(draft: Draft) -> Any:
    here = Opinion.objects.within(draft.workspace_id).filter(draft_id=draft.id)
    return here.filter(answered_at__isnull=True, withdrawn_at__isnull=True)


def _tell(asked: Opinion, verb: str, by: Member | None, at: datetime, **detail: Any) -> None:
    who = by.id if by else None
    journal.write(journal.line(asked.workspace_id, verb, asked.draft_id, at=at, by=who, **detail))
