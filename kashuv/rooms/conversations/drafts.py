"""Drafts: begin, save, drop, bring back. Nothing that was typed is ever lost.

How one leaves is a flow's to say: between writing and sending stands calm.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from kashuv.foundation.journal import writing as journal
from kashuv.foundation.storable import storable
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations.models import Draft, Enclosure, Entry
from kashuv.rooms.conversations.rules.replying import Addressed
from kashuv.rooms.team.models import Member

State = Draft.State
WRITTEN = (
    "to",
    "cc",
    "bcc",
    "subject",
    "text",
    "signature",
    "nature",
    "kind",
    "mailbox_id",
    "gateway_id",
    "vows",
)
"""What a saving may change."""


class Ended(Exception):
    """It is no longer being written: it is leaving, has been sent, or was dropped."""


@dataclass(frozen=True, slots=True)
class Saved:
    """`draft` is what was saved. If somebody had saved meanwhile, it is a draft of its own beside `other`."""

    draft: Draft
    other: Draft | None = None


@transaction.atomic
def begin(
    client: Client | None,
    person: Person | None,
    *,
    by: Member,
    at: datetime,
    kind: str = Draft.Kind.MAIL,
    answers: Entry | None = None,
    addressed: Addressed | None = None,
    origin: str = Draft.Origin.HAND,
    **written: Any,
) -> Draft:
    """A new draft. `addressed` says to whom it goes; `written` is any of WRITTEN."""
    names = {"to": addressed.to, "cc": addressed.cc, "subject": addressed.subject} if addressed else {}
    draft = Draft.objects.create(
        workspace_id=by.workspace_id,
        client=client,
        person=person,
        member=by,
        kind=kind,
        answers=answers,
        origin=origin,
        made_at=at,
        saved_at=at,
        **_clean({**names, **written}),
    )
    _tell(draft, "draft.begun", by, at)
    return draft


@transaction.atomic
def save(draft: Draft, *, version: int, by: Member, at: datetime, **written: Any) -> Saved:
    """Writes what was typed, if it was begun on the version that stands; else it is kept as a draft beside it.

    A saving is no line in the journal: one types, and it is saved many times a minute.
    """
    change = {**_clean(written), "version": version + 1, "saved_at": at}
    here = _here(draft).filter(version=version, state=State.WRITING)
    if here.update(**change):
        _set(draft, change)
        return Saved(draft)
    stands = _here(draft).get()
    if _says(stands, _clean(written)):
        return Saved(stands)  # the same words, saved a moment ago: a second press, or a second window
    return Saved(_beside(stands, written, by, at), stands)


def _says(stands: Draft, written: Mapping[str, Any]) -> bool:
    """Whether all of this stands in it. Vows are read anew with each saving, and "in an hour" is another moment then."""
    return all(_typed(name, getattr(stands, name)) == _typed(name, value) for name, value in written.items())


def _typed(name: str, value: Any) -> Any:
    return [(vow["quote"], vow["taken"]) for vow in value] if name == "vows" else value


def _beside(stands: Draft, written: Mapping[str, Any], by: Member, at: datetime) -> Draft:
    """A copy of the draft that holds what could not be written into it."""
    kept = {name: getattr(stands, name) for name in WRITTEN} | _clean(written)
    draft = Draft.objects.create(
        workspace_id=stands.workspace_id,
        client_id=stands.client_id,
        person_id=stands.person_id,
        answers_id=stands.answers_id,
        member=by,
        origin=stands.origin,
        made_at=at,
        saved_at=at,
        **kept,
    )
    enclosed = Enclosure.objects.within(stands.workspace_id).filter(draft_id=stands.id)
    rows = [
        Enclosure(workspace_id=one.workspace_id, draft=draft, parcel_id=one.parcel_id, name=one.name,
                  media_type=one.media_type, size=one.size)
        for one in enclosed
    ]  # fmt: skip
    Enclosure.objects.bulk_create(rows)
    _tell(draft, "draft.set_beside", by, at)
    return draft


def drop(draft: Draft, *, by: Member, at: datetime) -> bool:
    """It will not be sent; it can be brought back."""
    return turn(draft, [State.WRITING], "draft.dropped", by=by, at=at, state=State.DROPPED, ended_at=at)


def bring_back(draft: Draft, *, by: Member, at: datetime) -> bool:
    """Undoes `drop`."""
    return turn(
        draft, [State.DROPPED], "draft.brought_back", by=by, at=at, state=State.WRITING, ended_at=None
    )


def still_written(draft: Draft) -> None:
    """Within a transaction: nobody sends or drops it until its end. Raises Ended."""
    if not _here(draft).filter(state=State.WRITING).select_for_update(of=("self",)).values_list("pk").first():
        raise Ended


def enclosed(draft: Draft) -> Sequence[Enclosure]:
    """The files that go with it, each with its parcel."""
    files = Enclosure.objects.within(draft.workspace_id).filter(draft_id=draft.id)
    return list(files.select_related("parcel").order_by("id"))


@transaction.atomic
def turn(
    draft: Draft, expected: Sequence[str], verb: str, *, by: Member, at: datetime, **change: Any
) -> bool:
    """Changes row and object if the row stands as expected, with a line in the journal; says whether it did."""
    if not _here(draft).filter(state__in=expected).update(**change):
        return False
    _set(draft, change)
    _tell(draft, verb, by, at)
    return True


def _set(draft: Draft, change: Mapping[str, Any]) -> None:
    for name, value in change.items():
        setattr(draft, name, value)


def _here(draft: Draft) -> Any:
    return Draft.objects.within(draft.workspace_id).filter(pk=draft.pk)


def _clean(written: Mapping[str, Any]) -> dict[str, Any]:
    """In letters that every database can hold; what no saving may change is a slip of whoever asks for it."""
    if strange := set(written) - set(WRITTEN):
        raise TypeError(f"a draft does not hold {', '.join(sorted(strange))}")
    return {name: storable(value) for name, value in written.items()}


def _tell(draft: Draft, verb: str, by: Member, at: datetime) -> None:
    journal.write(journal.line(draft.workspace_id, verb, draft.id, at=at, by=by.id, client=draft.client_id))
