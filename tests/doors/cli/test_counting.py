"""How many of a thing, as one says it."""

from __future__ import annotations

from kashuv.cli.counting import counted


def test_one_is_one_and_no_more() -> None:
    assert counted(1, "client") == "1 client"
    assert counted(0, "client") == "0 clients"
    assert counted(1200, "entry", "entries") == "1,200 entries"
