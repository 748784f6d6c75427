"""The pages over a town: p50 of the finished HTML, CPU, statements, and how far from their own bare SQL."""

from __future__ import annotations

import argparse
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

from django.db import connection

from bench import town
from bench.table import Row
from bench.visitor import Visitor
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.team.models import Member

ROUNDS = 60
FULL = 60  # entries of a client: a page shows 30 of them
BARS = {"list": "≤ 8", "client": "≤ 10", "search": "≤ 8", "today": "≤ 8"}


@dataclass(frozen=True, slots=True)
class Look:
    """One page: its p50, the best of all rounds, its CPU and its bare SQL in milliseconds; its statements and size."""

    name: str
    whole: float
    best: float
    cpu: float
    bare: float
    statements: int
    bytes: int

    def beside(self) -> str:
        return (
            f"{self.statements} statements, {self.bytes / 1024:.0f} KB, CPU {self.cpu:.1f} ms,"
            f" bare SQL {self.bare:.1f} ms"
        )


def measure(wishes: argparse.Namespace) -> list[Row]:
    began = time.perf_counter()
    noa = town.stand(wishes.clients, wishes.entries)
    built = time.perf_counter() - began
    visitor = Visitor(noa)
    empty = _p50(lambda: visitor.get("/bench/empty/"))
    rows = [
        Row(f"a town of {wishes.clients:,} clients, {wishes.entries:,} entries", built, "s to build"),
        Row("an empty page of the desk: its doorway and its frame", empty, "ms"),
        Row("  its doorway alone", _p50(lambda: visitor.get("/bench/bare/")), "ms"),
    ]
    for look in looks(noa, a_client(noa)):
        rows += [
            Row(look.name, look.whole, "ms", BARS.get(look.name.split()[0].rstrip(","), ""), look.beside()),
            Row(f"  {look.name} / (its SQL + an empty page)", look.whole / (look.bare + empty), "×", "≤ 3"),
        ]
    return rows


def a_client(noa: Member) -> uuid.UUID:
    """One whose page is full of talks, and not the one to whom half of the town talks."""
    full = Pulse.objects.within(noa.workspace_id).filter(entries__gte=FULL).order_by("entries", "client_id")
    return full.values_list("client_id", flat=True)[0]


def looks(noa: Member, client_id: uuid.UUID) -> Iterator[Look]:
    """Every page of the town, looked at."""
    visitor = Visitor(noa)
    for name, address in _addresses(client_id):
        yield _look(name, address, visitor)


def _addresses(client_id: uuid.UUID) -> list[tuple[str, str]]:
    return [
        ("list", "/clients/"),
        ("list, by last contact", "/clients/?sort=last"),
        ("client", f"/clients/{client_id}/"),
        ("search a Hebrew name", "/search/?q=שחם+77"),
        ("search a Latin name for a Hebrew one", "/search/?q=Shaham"),
        ("search part of a phone", "/search/?q=5512"),
        ("search part of a mail", "/search/?q=p123@fi"),
        ("search with a typing error", "/search/?q=Silav+Ruht"),
        ("search what was said", "/search/?q=חשבונית+תשובה"),
        ("today", "/"),
    ]


def _look(name: str, address: str, visitor: Visitor) -> Look:
    visitor.get(address)
    asked: list[tuple[str, Any]] = []
    with connection.execute_wrapper(_listener(asked)):
        answer = visitor.get(address)
    took = _times(lambda: visitor.get(address))
    return Look(
        name,
        whole=median(took),
        best=min(took),
        cpu=_p50(lambda: visitor.get(address), time.process_time),
        bare=_p50(lambda: _replay(asked)),
        statements=len(asked),
        bytes=len(answer),
    )


def _listener(asked: list[tuple[str, Any]]) -> Callable[..., Any]:
    def hear(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    return hear


def _replay(asked: list[tuple[str, Any]]) -> None:
    with connection.cursor() as cursor:
        for sql, params in asked:
            if sql.lstrip(" (").upper().startswith("SELECT"):  # a union begins with a bracket
                cursor.execute(sql, params)
                cursor.fetchall()


def _p50(act: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    return median(_times(act, clock))


def _times(act: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> list[float]:
    """Milliseconds of each round."""
    took = []
    for _ in range(ROUNDS):
        began = clock()
        act()
        took.append((clock() - began) * 1000)
    return took
