"""`kashuv sync`: fetches all mailboxes now, and sets our count of every folder beside the server's."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kashuv.cli.house import Refusal, migrate, opened, workspace_named

if TYPE_CHECKING:
    from kashuv.flows.collecting.visit import Visit
    from kashuv.rooms.post.models import Mailbox

PAUSE = 0.2  # seconds between two strokes of the progress line


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="kashuv sync",
        description="Fetches all mailboxes now; exit code 1 if something stands in the way of one.",
        epilog="A folder is in step when every letter of the server's is here, or is kept and shown as refused.",
    )
    parser.add_argument("--json", action="store_true", help="one object, for programs")
    parser.add_argument("--workspace", metavar="SLUG", help="this workspace alone")
    return _sync(parser.parse_args(argv))


@opened
def _sync(wish: argparse.Namespace) -> int:
    migrate()
    begun = time.monotonic()
    paid = [_visit(mailbox, shown=sys.stderr.isatty()) for mailbox in _mailboxes(wish.workspace)]
    told = [_told(visit) for visit in paid]
    if wish.json:
        print(
            json.dumps({"mailboxes": told, "seconds": round(time.monotonic() - begun, 3)}, ensure_ascii=False)
        )
    else:
        print("\n".join(line for one in told for line in _lines(one)))
    for one in told:
        if one["trouble"]:
            print(f"kashuv: {one['address']}: {one['trouble']}", file=sys.stderr)
    return 1 if any(one["trouble"] for one in told) else 0


def _mailboxes(slug: str | None) -> list[Mailbox]:
    from kashuv.rooms.post.models import Mailbox
    from kashuv.rooms.team.models import Workspace

    houses = [workspace_named(slug)] if slug else Workspace.objects.order_by("id")
    active = [
        mailbox for house in houses for mailbox in Mailbox.objects.within(house.id).fetched().order_by("id")
    ]
    if not active:
        raise Refusal("there is no mailbox yet; open one in the browser, at /settings/mailboxes/")
    return active


def _visit(mailbox: Mailbox, *, shown: bool) -> Visit:
    from kashuv.flows.collecting import visit
    from kashuv.foundation import clock
    from kashuv.transfer.arriving.letters import reading_room

    with _Line(shown) as line:
        return visit.pay(mailbox, reading_room, clock.now(), watcher=line.draw)


def _told(paid: Visit) -> dict[str, Any]:
    from kashuv.foundation import sentences

    return {
        "address": paid.mailbox.address,
        "trouble": sentences.read(paid.mailbox.trouble),
        "new": paid.new,
        "refused": sum(tally.rejected for tally in paid.told.values()),
        "in_step": bool(paid.followed) and all(folder.is_in_step for folder in paid.followed),
        "folders": [
            {
                "path": folder.path,
                "ours": folder.ours,
                "theirs": folder.theirs,
                "in_step": folder.is_in_step,
                "new": paid.told[folder.path].new,
                "refused": paid.told[folder.path].rejected,
            }
            for folder in paid.followed
        ],
    }


def _lines(one: dict[str, Any]) -> list[str]:
    refused = f", {one['refused']:,} kept but not taken in" if one["refused"] else ""
    return [f"{one['address']}: {one['new']:,} new{refused}", *map(_line, one["folders"])]


def _line(folder: dict[str, Any]) -> str:
    mark = "✓" if folder["in_step"] else "…"
    return f"  {mark} {folder['path']}: {folder['ours'] or 0:,} of {folder['theirs'] or 0:,}"


class _Line:
    """One line on a terminal that says how many letters have come, and how fast."""

    def __init__(self, shown: bool) -> None:
        self._shown, self._begun, self._drawn = shown, time.monotonic(), 0.0

    def __enter__(self) -> _Line:
        return self

    def __exit__(self, *_: object) -> None:
        if self._drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def draw(self, paid: Visit) -> None:
        now = time.monotonic()
        if self._shown and now - self._drawn >= PAUSE:
            self._drawn = now
            count = sum(tally.messages for tally in paid.told.values())
            pace = count / max(now - self._begun, 0.001)
            line = f"{paid.mailbox.address}  {count:,}  {pace:,.0f}/s"
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
