"""Rhythm and standing of a whole town, and of one client on write."""

from __future__ import annotations

import argparse
import time

from bench import town
from bench.table import Row
from kashuv.rooms.care import pulse
from kashuv.rooms.care.models import Pulse


def measure(wishes: argparse.Namespace) -> list[Row]:
    noa = town.stand(wishes.clients, wishes.entries)
    home = noa.workspace_id
    one = Pulse.objects.within(home).values_list("client_id", flat=True).first()
    Pulse.objects.within(home).delete()
    anew = _took(lambda: pulse.feel_all(home, town.NOW))
    again = _took(lambda: pulse.feel_all(home, town.NOW))
    single = min(_took(lambda: pulse.feel(home, [one], town.NOW)) for _ in range(20))
    return [
        Row("pulse of every client, from nothing", anew, "s", "≤ 2"),
        Row("pulse of every client, nothing changed", again, "s", "≤ 2"),
        Row("pulse of one client", single * 1000, "ms"),
    ]


def _took(act) -> float:  # type: ignore[no-untyped-def]
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
