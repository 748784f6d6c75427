"""The SQLite that the product trusts: the wheel's, not the system's.

Versions 3.7.0 to 3.51.2 can corrupt a write-ahead log with two writers, so an older engine is
used without one.
"""

from __future__ import annotations

import sys
from typing import Any

SAFE_WITH_WAL = (3, 51, 3)


def prefer_newest() -> None:
    """Puts the wheel's engine in the place of the standard library's; call before Django loads."""
    try:
        import pysqlite3  # slow only where absent: not every platform has the wheel
    except ImportError:
        return
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def options() -> dict[str, Any]:
    """Django's OPTIONS for SQLite: short exclusive writes, a patient wait, nothing lost on power failure."""
    import sqlite3  # after prefer_newest: whichever engine won

    journal = "WAL" if sqlite3.sqlite_version_info >= SAFE_WITH_WAL else "DELETE"
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000;"
        " PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON;",
    }
