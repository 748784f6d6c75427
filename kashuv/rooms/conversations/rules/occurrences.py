"""Occurrences: what a meeting of a calendar is called, so that it is still itself after it was moved; pure."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

KIND = "meeting:"


def of_event(uid: str) -> str:
    """How the names of all meetings of one event begin."""
    return f"{KIND}{_digest(uid)[:32]}:"


def named(uid: str, place: datetime | None = None) -> str:
    """A meeting by the moment at which its series put it first; the only one of an event needs none."""
    return of_event(uid) + (f"{place.astimezone(UTC):%Y%m%dT%H%M%SZ}" if place else "")


def by_moment(uid: str, at: datetime) -> str:
    """A meeting by its own moment: what is left where its name stands for one that has passed, or nobody gave it a UID."""
    told = "\n".join((uid, at.astimezone(UTC).isoformat()))
    return KIND + _digest(told)


def is_of(uid: str, identity: str, at: datetime) -> bool:
    """Whether what stands under this name at this moment is a meeting of that event."""
    return identity.startswith(of_event(uid)) or identity == by_moment(uid, at)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()
