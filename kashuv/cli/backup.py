"""`kashuv backup FILE`: the whole installation into one file, while it runs."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from kashuv.cli.counting import counted
from kashuv.cli.house import Refusal, migrate, opened


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="kashuv backup",
        description="Writes the database, secret.key and kashuv.toml into one file, which is as secret as they are.",
        epilog="Not in it: sealing.key, which opens the passwords of the mailboxes; keep a copy of that elsewhere.",
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    return _backup(parser.parse_args(argv))


@opened
def _backup(wish: argparse.Namespace) -> int:
    if wish.file.exists():
        raise Refusal(f"{wish.file} is there already; choose another name or move it away")
    if not wish.file.absolute().parent.is_dir():
        raise Refusal(f"the folder {wish.file.absolute().parent} is not there")
    migrate()
    began = time.monotonic()
    counts = _write(wish.file.absolute())
    size, seconds = wish.file.stat().st_size / 1e6, time.monotonic() - began
    print(f"Backed up {in_words(counts)} into {wish.file} ({size:,.1f} MB) in {seconds:.1f} s.")
    return 0


def in_words(counts: Mapping[str, int]) -> str:
    """What an archive holds, as one says it."""
    named = {"Client": ("client",), "Entry": ("entry", "entries"), "Promise": ("promise",)}
    return ", ".join(counted(counts[f"kashuv.{noun}"], *words) for noun, words in named.items())


def _write(file: Path) -> dict[str, int]:
    from django.conf import settings
    from django.db import connection

    from kashuv.cli.safekeeping import archive, files
    from kashuv.foundation import clock

    with tempfile.TemporaryDirectory(prefix=".kashuv-backup-", dir=file.parent) as name:
        engine, counts, part = _copy(connection.vendor, Path(name))
        parts = {
            part.name: part,
            **{kept: settings.DATA / kept for kept in files.KEPT if (settings.DATA / kept).exists()},
        }
        archive.write(
            file,
            parts,
            version=_version(),
            made_at=clock.now().isoformat(),
            engine=engine,
            migrations=applied_migrations(),
            counts=counts,
        )
    return counts


def _copy(vendor: str, folder: Path) -> tuple[str, dict[str, int], Path]:
    from kashuv.cli.safekeeping import rows, sqlite

    if vendor == "sqlite":
        copy = folder / "kashuv.sqlite3"
        sqlite.copy(copy)
        return "sqlite", sqlite.counts(copy, rows.tables()), copy
    return "rows", rows.write(folder / "rows.jsonl"), folder / "rows.jsonl"


def applied_migrations() -> list[str]:
    """The steps that the database has taken, as app.name."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    return sorted(".".join(step) for step in MigrationRecorder(connection).applied_migrations())


def _version() -> str:
    from importlib.metadata import version

    return version("kashuv")
