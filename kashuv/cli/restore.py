"""`kashuv restore FILE`: an installation from a backup; what stood here before is kept aside."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kashuv.cli.house import Refusal, migrate, opened

if TYPE_CHECKING:
    from kashuv.cli.safekeeping.archive import Manifest


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="kashuv restore",
        description="Brings a backup back. Stop Kashuv first; start it again afterwards.",
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--yes", action="store_true", help="put the backup in the place of what is here")
    return _restore(parser.parse_args(argv))


@opened
def _restore(wish: argparse.Namespace) -> int:
    from django.conf import settings

    from kashuv.cli.safekeeping import archive

    if not wish.file.is_file():
        raise Refusal(f"{wish.file} is not there")
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=settings.DATA) as name:
        folder = Path(name)
        manifest = archive.unpack(wish.file, folder)
        _check_age(manifest, wish.file)
        emptied = _check_place(wish.yes)
        kept = _bring_back(manifest, folder, emptied)
    print(_told(manifest, kept))
    return 0


def _check_age(manifest: Manifest, file: Path) -> None:
    """A newer house's rows do not fit an older house's tables."""
    from django.db.migrations.loader import MigrationLoader

    known = {".".join(step) for step in MigrationLoader(None, ignore_no_migrations=True).disk_migrations}
    if set(manifest.migrations) - known:
        raise Refusal(f"{file} was made by a newer Kashuv ({manifest.version}); install that one first")


def _check_place(sure: bool) -> bool:
    """Whether something stands here that gives way; raises Refusal unless that is wished."""
    here = _what_stands_here()
    if here and not sure:
        raise Refusal(f"{here}; --yes puts the backup in its place")
    return bool(here)


def _what_stands_here() -> str:
    """What would have to give way, or nothing; a database that is broken must not keep its own backup out."""
    from django.db import DatabaseError, OperationalError

    from kashuv.rooms.team.models import Workspace

    try:
        migrate()
        count = Workspace.objects.count()
    except OperationalError:  # locked, or no server: that is no damage
        raise
    except DatabaseError as fault:
        return f"a database stands here already that can't be read ({fault})"
    return f"an installation stands here already (workspaces: {count})" if count else ""


def _bring_back(manifest: Manifest, folder: Path, emptied: bool) -> Path | None:
    from django.db import connection

    from kashuv.cli.safekeeping import files
    from kashuv.foundation import clock
    from kashuv.rooms.post import restored

    into = _into_sqlite if connection.vendor == "sqlite" else _into_postgres
    kept = into(manifest, folder, emptied)
    restored.doubt_what_was_due(clock.now())
    files.bring_key(folder, keep=emptied)
    files.bring_settings(folder)
    return kept


def _into_sqlite(manifest: Manifest, folder: Path, emptied: bool) -> Path | None:
    """The database of the backup takes the old one's name in one step; its rows, where it has no file."""
    from django.conf import settings

    from kashuv.cli.safekeeping import rows, sqlite
    from kashuv.foundation import clock

    database = Path(settings.DATABASES["default"]["NAME"])
    if manifest.engine == "sqlite":
        sqlite.prove(folder / "kashuv.sqlite3")
    kept = sqlite.set_aside(database, clock.now(), keep=emptied)
    if manifest.engine == "sqlite":
        os.replace(folder / "kashuv.sqlite3", database)
        migrate()
    else:
        database.unlink(missing_ok=True)
        migrate()
        rows.load(folder / "rows.jsonl", in_place=False)
    return kept


def _into_postgres(manifest: Manifest, folder: Path, emptied: bool) -> None:
    """Rows in one transaction; a SQLite backup is turned into rows first, which is the way from one to the other."""
    from django.db import connection

    from kashuv.cli.safekeeping import rows
    from kashuv.foundation import statistics

    if manifest.engine == "sqlite":
        _rows_of_sqlite(folder)
    rows.load(folder / "rows.jsonl", in_place=emptied)
    statistics.count(connection)


def _rows_of_sqlite(folder: Path) -> None:
    from django.core.management import call_command
    from django.db import connections

    from kashuv.cli.safekeeping import rows, sqlite

    sqlite.prove(folder / "kashuv.sqlite3")
    connections.settings["backup"] = connections.configure_settings(
        {"default": sqlite.settings(folder / "kashuv.sqlite3")}
    )["default"]
    try:
        call_command("migrate", database="backup", verbosity=0, interactive=False)
        rows.write(folder / "rows.jsonl", using="backup")
    finally:
        connections["backup"].close()


def _told(manifest: Manifest, kept: Path | None) -> str:
    from kashuv.cli.backup import in_words

    said = f"Restored {in_words(manifest.counts)} as of {manifest.made_at[:16].replace('T', ' ')} UTC."
    return f"{said} What stood here before is kept as {kept}." if kept else said
