"""SQLite's part: a copy while others write, and an exchange that a kill in the middle can't break."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import connection

from kashuv.cli.house import Refusal
from kashuv.foundation.sqlite import options

TAILS = ("-wal", "-shm", "-journal")


def settings(file: Path) -> dict[str, Any]:
    """Django's settings for a database file beside the house's own."""
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file), "OPTIONS": options()}


def copy(target: Path) -> None:
    """A whole, compact copy as of one moment; writers go on meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(target)])


def counts(file: Path, tables: Mapping[str, str]) -> dict[str, int]:
    """How many rows stand in each table of a database file; `tables` leads from the name to show to the table."""
    import sqlite3  # whichever engine the settings chose

    with closing(sqlite3.connect(file)) as opened:
        asked = {name: opened.execute(f'SELECT count(*) FROM "{table}"') for name, table in tables.items()}
        return {name: answer.fetchone()[0] for name, answer in asked.items()}


def prove(file: Path) -> None:
    """Raises Refusal if a database file is not sound."""
    import sqlite3  # whichever engine the settings chose

    try:
        with closing(sqlite3.connect(file)) as opened:
            verdict = opened.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as broken:
        verdict = str(broken)
    if verdict != "ok":
        raise Refusal(f"the database in the backup is not sound: {verdict}")


def set_aside(database: Path, at: datetime, *, keep: bool) -> Path | None:
    """Makes a database ready to be replaced, and keeps it beside itself; raises Refusal if somebody is using it."""
    _settle(database)
    if not keep:
        return None
    kept = database.with_name(f"{database.name}.before-{at:%Y%m%d-%H%M%S}")
    os.link(database, kept)
    for tail in (
        TAILS
    ):  # only a broken database still has them; what comes in its place must not take them for its own
        if (log := database.with_name(database.name + tail)).exists():
            os.replace(log, kept.with_name(kept.name + tail))
    return kept


def _settle(database: Path) -> None:
    """Brings the write-ahead log home, which only the last user of a database can; a broken one is left as it is."""
    import sqlite3  # whichever engine the settings chose

    connection.close()
    try:
        with closing(sqlite3.connect(database, timeout=1)) as opened:
            mode = opened.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    except sqlite3.OperationalError:
        mode = "in use"
    except sqlite3.DatabaseError:
        return
    if mode != "delete":
        raise Refusal("Kashuv is running on this data folder; stop it, then restore")
