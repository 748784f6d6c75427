"""The same pages over a history five times as long, each beside itself before: nothing may become slower."""

from __future__ import annotations

import argparse
import time

from bench import growth, pages, town
from bench.table import Row
from kashuv.rooms.care import pulse

TIMES = 5
BAR = "≤ 1.25"  # of what it took before, best against best: the median tells of whatever else the machine did meanwhile


def measure(wishes: argparse.Namespace) -> list[Row]:
    noa = town.stand(wishes.clients, wishes.entries)
    client = pages.a_client(noa)
    before = {look.name: look for look in pages.looks(noa, client)}
    began = time.perf_counter()
    growth.grow(noa.workspace_id, TIMES)
    rows = [
        Row(
            f"the history grown to {wishes.entries * TIMES:,} entries",
            time.perf_counter() - began,
            "s to build",
        )
    ]
    for look in pages.looks(noa, client):
        rows.append(Row(f"  {look.name}", look.whole, "ms", beside=look.beside()))
        rows.append(Row(f"  {look.name} / before", look.best / before[look.name].best, "×", BAR))
    began = time.perf_counter()
    pulse.feel_all(noa.workspace_id, town.NOW)
    return [*rows, Row("  pulse of every client, nothing changed", time.perf_counter() - began, "s")]
