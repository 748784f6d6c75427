"""Runs the benchmarks and prints their table."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile

NAMES = ("language", "pages", "pulse", "million", "importing", "syncing", "sending", "guard", "serving")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--only", action="append", choices=NAMES, help="one benchmark, not all; may be repeated"
    )
    parser.add_argument("--clients", type=int, default=20_000)
    parser.add_argument("--entries", type=int, default=200_000)
    parser.add_argument("--messages", type=int, default=3_000, help="letters in the imported archive")
    parser.add_argument(
        "--postgres", action="store_true", help="on a throwaway PostgreSQL in place of SQLite"
    )
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kashuv-bench-") as folder:
        os.environ["KASHUV_DATA"] = folder
        if not wishes.postgres:
            return _run(wishes)
        from tests.on_postgres import programs, server  # only where asked for: it starts a server

        found = programs()
        if found is None:
            print(
                "skipped: the figures on PostgreSQL (no server is installed; Debian's package is postgresql)"
            )
            return 0
        with server(found) as url:
            os.environ["DATABASE_URL"] = url
            return _run(wishes)


def _run(wishes: argparse.Namespace) -> int:
    from bench import stage

    stage.open_house()
    from bench import table

    rows = []
    for name in wishes.only or NAMES:
        rows += stage.act(name).measure(wishes)
        table.show(rows)
    table.keep(rows, "postgres" if wishes.postgres else "sqlite")
    return 0


if __name__ == "__main__":
    sys.exit(main())
