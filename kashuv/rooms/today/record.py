"""The plan as one plain object: what `kashuv today --json` prints and a story answers."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from kashuv.rooms.today.items import Because, Item, Plan

Name = Callable[[uuid.UUID], str]


def recorded(plan: Plan, member: str, name: Name = str) -> dict[str, Any]:
    """`name` turns a key into the id that the reader knows."""
    return {
        "date": plan.day.isoformat(),
        "member": member,
        "items": [_item(item, name) for item in plan.items],
        "expected": list(plan.expected),
        "kept_yesterday": plan.kept_yesterday,
        "quiet_good_clients": [
            {"client": name(one.client.id), "because": one.because} for one in plan.quiet_good_clients
        ],
    }


def _item(item: Item, name: Name) -> dict[str, Any]:
    return {
        "rank": item.rank,
        "kind": item.kind,
        "client": name(item.client.id),
        "person": name(item.person.id) if item.person else None,
        "why": [_because(because, name) for because in item.why],
        "next": {"channel": item.next.channel, "say": item.next.say, "draft": item.next.draft},
        "due": item.due.isoformat() if item.due else None,
        "score": item.score,
    }


def _because(because: Because, name: Name) -> dict[str, Any]:
    return {
        "text": because.text,
        "quote": because.quote or None,
        "entry": (name(because.entry_id) or None) if because.entry_id else None,
    }
