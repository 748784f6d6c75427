"""Moving in: noun after noun, the earlier thing before the later that points at it, each row once."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.db.models import BinaryField, CharField, Field, ForeignKey, JSONField, TextField, UUIDField

from kashuv.flows.arrived import Tally
from kashuv.rooms.clients import register
from kashuv.rooms.conversations import timeline
from kashuv.rooms.post import parcels
from kashuv.rooms.post.rules.identity import of_bytes
from kashuv.rooms.promises import ledger
from kashuv.rooms.team import roster
from kashuv.rooms.team.models import Workspace
from kashuv.transfer.arriving.house import opening, recognising
from kashuv.transfer.arriving.house.keys import Keys
from kashuv.transfer.arriving.house.opening import Row
from kashuv.transfer.arriving.pieces import Unfit
from kashuv.transfer.leaving.nouns import nouns

CHUNK = 200
ORDER = (
    "members", "quiet_hours", "templates", "shipments", "clients", "people", "addresses", "consents", "details", "manners", "key_dates", "threads", "strands",
    "letters", "entries", "attachments", "findings", "drafts", "enclosures", "weighings", "holds", "opinions", "promises", "moves", "mergings", "pulses", "signs", "marks",
    "refusals", "journal",
)  # fmt: skip
LEFT_BEHIND = {  # a secret link opens the house that it was made for; a letter leaves the one that it was written in
    "passes",
    "dispatches",
}
WRONG = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    ValidationError,
    DatabaseError,
)  # rows that a hand has changed
NAMED_BY_KEYS = {
    "strands": "mark",
    "promises": "identity",
    "marks": "item",
}  # words that hold the key of another row


def move_in(workspace: Workspace, folder: Path, at: datetime) -> Tally:
    """Brings all rows of an unpacked archive; the caller's transaction holds them together. Raises Unfit."""
    moving = _Moving(workspace, folder, at)
    try:
        for name in ORDER:
            moving.bring(name)
    except WRONG as fault:
        raise Unfit(opening.BROKEN) from fault
    return moving.tally()


class _Moving:
    """One archive on its way in."""

    def __init__(self, workspace: Workspace, folder: Path, at: datetime) -> None:
        self.workspace, self.folder, self.at = workspace, folder, at
        self.keys, self.beside = Keys(workspace.id), opening.Beside(folder)
        self.came: Counter[str] = Counter()
        self.known: Counter[str] = Counter()

    def bring(self, name: str) -> None:
        if name == "members":
            self._members()
            return
        self._recognise(name)
        for batch in self._batches(name):
            self._bring(name, batch)

    def tally(self) -> Tally:
        """What came, in the terms of the report: every entry is a message."""
        new, known = self.came["entries"], self.known["entries"]
        tally = Tally(messages=new + known, new=new, duplicates=known, entries=new)
        for name in ("people", "clients", "promises", "attachments"):
            setattr(tally, name, self.came[name])
        return tally

    def _members(self) -> None:
        """Colleagues by their mail address; who is not here yet comes as one who may not sign in."""
        for row in opening.rows(self.folder, "members"):
            member = roster.remember(
                self.workspace,
                row["name"],
                email=row["email"],
                role=row["role"],
                joined_at=datetime.fromisoformat(row["joined_at"]),
                at=self.at,
            )
            self.keys.same(uuid.UUID(row["id"]), member.id)

    def _recognise(self, name: str) -> None:
        """Whose key is needed before his own row is looked at: people point at each other."""
        if name not in ("clients", "people"):
            return
        rows = list(opening.rows(self.folder, name))
        here = (
            recognising.clients(self.workspace.id, rows)
            if name == "clients"
            else recognising.people(self.workspace.id, opening.rows(self.folder, "addresses"))
        )
        own = recognising.by_their_keys(nouns()[name], self.workspace.id, rows)
        for row in rows:
            key = uuid.UUID(row["id"])
            if key in own or row["id"] in here:
                self.keys.same(key, key if key in own else here[row["id"]])
            else:
                self.keys.new(key)

    def _batches(self, name: str) -> Iterator[list[Row]]:
        rows = opening.rows(self.folder, name)
        while batch := list(islice(rows, CHUNK)):
            yield batch

    def _bring(self, name: str, batch: Sequence[Row]) -> None:
        own = recognising.by_their_keys(nouns()[name], self.workspace.id, batch)
        for key in own:
            self.keys.same(key, key)
        others = [row for row in batch if uuid.UUID(row["id"]) not in own]
        built = [(row, made) for row in others if (made := self._built(name, row)) is not None]
        known = recognising.by_what_is_unique([made for _, made in built]) if built else {}
        for row, made in built:
            self.keys.same(uuid.UUID(row["id"]), known.get(made.pk, made.pk))
        fresh = [made for _, made in built if made.pk not in known]
        nouns()[name]._default_manager.bulk_create(fresh)
        self.came[name] += len(fresh)
        self.known[name] += len(known) + len(own)
        _make_findable(self.workspace.id, name, fresh)

    def _built(self, name: str, row: Row) -> Any | None:
        """The row as one of ours; None if it hangs on something that did not come."""
        model, key = nouns()[name], uuid.UUID(row["id"])
        if name == "drafts" and row["state"] == "leaving":
            row = {**row, "state": "writing"}  # it did not leave from here
        made = model(id=self.keys.new(key), workspace_id=self.workspace.id)
        for field in model._meta.concrete_fields:
            if field.attname in row and field.attname not in ("id", "workspace_id"):
                value = self._value(name, field, row[field.attname], key)
                if value is None and row[field.attname] is not None and not field.null:
                    return None
                setattr(made, field.attname, value)
        return made

    def _value(self, name: str, field: Field[Any, Any], told: Any, key: uuid.UUID) -> Any:
        if field.attname == "parcel_id":
            return self._parcel(name, key) if told else None
        if isinstance(field, ForeignKey):
            return self.keys.here(uuid.UUID(told)) if told else None
        if isinstance(field, UUIDField):
            return self.keys.here(uuid.UUID(told)) or uuid.UUID(told) if told else None
        if isinstance(field, BinaryField):
            return bytes.fromhex(told)
        if isinstance(field, JSONField):
            return self.keys.within(told)
        if isinstance(field, CharField | TextField):
            return (
                self.keys.in_words(told) if NAMED_BY_KEYS.get(name) == field.attname else _said(field, told)
            )
        return field.to_python(told)

    def _parcel(self, name: str, key: uuid.UUID) -> uuid.UUID | None:
        body = self.beside.bytes_of(name, key)
        return parcels.keep(self.workspace.id, [body])[of_bytes(body)].id if body is not None else None


def _said(field: CharField[Any, Any] | TextField[Any, Any], told: Any) -> str:
    """Words as they were; of a field that knows only some, one of those."""
    if not isinstance(told, str):
        raise ValueError(told)
    known = {*dict(field.flatchoices), *([""] if field.blank else [])} if field.choices else {told}
    if told not in known:
        raise ValueError(told)
    return told


def _make_findable(workspace_id: uuid.UUID, name: str, fresh: Iterable[Any]) -> None:
    if name == "clients":
        register.refresh_lines(workspace_id, client_ids=[one.id for one in fresh])
    elif name == "addresses":
        register.refresh_lines(workspace_id, person_ids=[one.person_id for one in fresh])
    elif name == "people":
        register.refresh_lines(workspace_id, person_ids=[one.id for one in fresh])
    elif name == "entries":
        timeline.make_findable(fresh)
    elif name == "promises":
        ledger.make_findable(fresh)
