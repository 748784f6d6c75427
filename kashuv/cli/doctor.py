"""`kashuv doctor`: looks the whole installation over, and says what to do."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from kashuv.cli.house import opened

if TYPE_CHECKING:
    from kashuv.cli.checkup.finding import Finding

MARKS = {"good": "✓", "note": "·", "wrong": "✗"}


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="kashuv doctor",
        description="Checks database, queue, clock, disk, keys, mail and mailboxes; exit code 1 if wrong.",
    )
    parser.add_argument("--json", action="store_true", help="one object, for programs")
    return _doctor(parser.parse_args(argv))


@opened
def _doctor(wish: argparse.Namespace) -> int:
    findings = list(_findings())
    well = all(finding.state != "wrong" for finding in findings)
    if wish.json:
        print(
            json.dumps({"ok": well, "checks": [asdict(finding) for finding in findings]}, ensure_ascii=False)
        )
    else:
        print("\n".join(map(_line, findings)))
    return 0 if well else 1


def _findings() -> Iterator[Finding]:
    from kashuv.cli.checkup import database, machine, mailboxes, queue, sealing
    from kashuv.foundation import clock

    at = clock.now()
    yield from (machine.disk(), machine.keys(), machine.mail())
    looked = list(database.look())
    yield from looked
    if all(finding.state != "wrong" for finding in looked if finding.name in ("database", "tables")):
        yield from (machine.clock(at), machine.journal(at), queue.look(at))
        yield from sealing.look()
        yield from mailboxes.look(at)


def _line(finding: Finding) -> str:
    said = f"{MARKS[finding.state]} {finding.name}: {finding.found}"
    return f"{said}. What to do: {finding.advice}." if finding.advice else said
