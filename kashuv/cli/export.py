"""`kashuv export`: everything held on one client, or on all, as JSON and original mails; or what was read wrongly."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from kashuv.cli.counting import counted
from kashuv.cli.house import Refusal, migrate, opened, workspace_named

_Told = TypeVar("_Told")


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="kashuv export",
        description="Writes a zip with JSON for each kind of thing, and the original mails; or, with --corrections,"
        " the sentences that were read right and wrong, a line of JSON for each.",
    )
    whom = parser.add_mutually_exclusive_group(required=True)
    whom.add_argument(
        "--client",
        metavar="NAME",
        help="one client, by the name or a part of it, or by a person's name or mail",
    )
    whom.add_argument("--all", action="store_true", help="the whole workspace")
    whom.add_argument("--corrections", action="store_true", help="what people said of the reading, as cases")
    parser.add_argument("--workspace", metavar="SLUG", help="which workspace, where there are several")
    parser.add_argument("file", type=Path, metavar="FILE")
    return _export(parser.parse_args(argv))


@opened
def _export(wish: argparse.Namespace) -> int:
    if wish.file.exists():
        raise Refusal(f"{wish.file} is there already; choose another name or move it away")
    if not wish.file.absolute().parent.is_dir():
        raise Refusal(f"the folder {wish.file.absolute().parent} is not there")
    migrate()
    if wish.corrections:
        return _export_cases(wish)
    scope = _scope(wish)
    counts = _write(scope, wish.file)
    whose = f" of {scope.client.name}" if scope.client else ""
    print(
        f"Wrote {counted(counts['clients'], 'client')}, {counted(counts['entries'], 'entry', 'entries')},"
        f" {counted(counts['promises'], 'promise')} and {counted(counts['mails'], 'mail')}{whose} to {wish.file}."
    )
    return 0


def _export_cases(wish: argparse.Namespace) -> int:
    from kashuv.transfer.leaving import cases

    count = _whole(wish.file, lambda unfinished: cases.write(workspace_named(wish.workspace), unfinished))
    print(
        f"Wrote {counted(count, 'case')} to {wish.file}. They are sentences from real letters: read them before you give"
        " them to anybody."
    )
    return 0


def _scope(wish: argparse.Namespace) -> Any:
    from kashuv.cli.naming import client_named
    from kashuv.transfer.leaving.nouns import Scope

    workspace = workspace_named(wish.workspace)
    return Scope(workspace, None if wish.all else client_named(workspace, wish.client))


def _write(scope: Any, file: Path) -> dict[str, int]:
    from kashuv.foundation import clock
    from kashuv.transfer.leaving import bundle

    return _whole(file, lambda unfinished: bundle.write(scope, unfinished, at=clock.now()))


def _whole(file: Path, write: Callable[[Path], _Told]) -> _Told:
    """The file appears under its name only when it is whole; from its first byte it is its owner's alone to read."""
    unfinished = file.with_name(file.name + ".part")
    unfinished.unlink(missing_ok=True)
    usual = os.umask(0o077)
    try:
        written = write(unfinished)
        os.replace(unfinished, file)
    finally:
        os.umask(usual)
        unfinished.unlink(missing_ok=True)
    return written
