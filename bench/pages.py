"""The pages over a town: p50 of the finished HTML, CPU, statements, and how far from their own bare SQL."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from statistics import median
from typing import Any

from django.db import connection

from bench import town
from bench.table import Row
from bench.visitor import Visitor
from kashuv.rooms.conversations.models import Entry

ROUNDS = 60
BARS = {"list": "≤ 8", "client": "≤ 10", "search": "≤ 8", "today": "≤ 8"}


def measure(wishes: argparse.Namespace) -> list[Row]:
    began = time.perf_counter()
    noa = town.build(wishes.clients, wishes.entries)
    rows = [
        Row(
            f"a town of {wishes.clients:,} clients, {wishes.entries:,} entries",
            time.perf_counter() - began,
            "s to build",
        )
    ]
    visitor = Visitor(noa)
    empty = _p50(lambda: visitor.get("/bench/empty/"))
    rows.append(Row("an empty page behind the same doorway", empty * 1000, "ms"))
    for name, address in _addresses(noa.workspace_id):
        rows += _page(name, address, visitor, empty)
    return rows


def _addresses(workspace_id: Any) -> list[tuple[str, str]]:
    busiest = Entry.objects.within(workspace_id).order_by("-at").first()
    assert busiest is not None
    return [
        ("list", "/clients/"),
        ("list, by last contact", "/clients/?sort=last"),
        ("client", f"/clients/{busiest.client_id}/"),
        ("search a Hebrew name", "/search/?q=שחם+77"),
        ("search a Latin name for a Hebrew one", "/search/?q=Shaham"),
        ("search part of a phone", "/search/?q=5512"),
        ("search part of a mail", "/search/?q=p123@fi"),
        ("search with a typing error", "/search/?q=Silav+Ruht"),
        ("today", "/"),
    ]


def _page(name: str, address: str, visitor: Visitor, empty: float) -> list[Row]:
    visitor.get(address)
    asked: list[tuple[str, Any]] = []
    with connection.execute_wrapper(_listener(asked)):
        answer = visitor.get(address)
    whole, cpu = _p50(lambda: visitor.get(address)), _p50(lambda: visitor.get(address), time.process_time)
    bare = _p50(lambda: _replay(asked))
    beside = f"{len(asked)} statements, {len(answer) / 1024:.0f} KB, CPU {cpu * 1000:.1f} ms, bare SQL {bare * 1000:.1f} ms"
    return [
        Row(name, whole * 1000, "ms", BARS.get(name.split()[0].rstrip(","), ""), beside),
        Row(f"  {name} / (its SQL + an empty page)", whole / (bare + empty), "×", "≤ 3"),
    ]


def _listener(asked: list[tuple[str, Any]]) -> Callable[..., Any]:
    def hear(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    return hear


def _replay(asked: list[tuple[str, Any]]) -> None:
    with connection.cursor() as cursor:
        for sql, params in asked:
            if sql.lstrip().upper().startswith("SELECT"):
                cursor.execute(sql, params)
                cursor.fetchall()


def _p50(act: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    took = []
    for _ in range(ROUNDS):
        began = clock()
        act()
        took.append(clock() - began)
    return median(took)
