"""`kashuv bring`: mail, contacts, calendars and chats come in; what could not be taken is listed with its reason."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kashuv.cli.house import Refusal, migrate, opened, workspace_named

if TYPE_CHECKING:
    from kashuv.rooms.post.models import Shipment
    from kashuv.rooms.team.models import Member, Workspace

COUNTS = (
    "messages", "new", "duplicates", "rejected", "entries", "people", "clients", "promises", "attachments",
)  # fmt: skip


def main(argv: Sequence[str]) -> int:
    parser = _parser()
    wish = parser.parse_args(argv)
    if bool(wish.paths) == bool(wish.undo):
        parser.error("name what to bring in, or an import to take back with --undo")
    return _undo(wish) if wish.undo else _bring(wish)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kashuv bring",
        description="Brings in mail (.mbox, maildir, .eml), contacts (.vcf, .csv), calendars (.ics), WhatsApp chat exports and our own (kashuv export).",
        epilog="Files are recognised by what stands in them. Safe to repeat: nothing comes in twice.",
    )
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="a file, or a folder with all below it"
    )
    parser.add_argument(
        "--me",
        action="append",
        default=[],
        metavar="ADDR",
        help="a mail address (or name in chats) of our own",
    )
    parser.add_argument("--workspace", metavar="SLUG", help="the workspace, if there are several")
    parser.add_argument("--json", action="store_true", help="one object, for programs")
    parser.add_argument("--undo", metavar="ID", help="takes an earlier import back")
    return parser


@opened
def _bring(wish: argparse.Namespace) -> int:
    from kashuv.cli.progress import Progress
    from kashuv.foundation import clock
    from kashuv.transfer.arriving import carrying, gathering, shipping
    from kashuv.transfer.arriving.pieces import Unfit

    migrate()
    workspace = workspace_named(wish.workspace)
    member = _member(workspace, wish.me)
    begun = time.monotonic()
    paths = [path.absolute() for path in wish.paths]
    missing = [path for path in paths if not path.exists()]
    if len(missing) == len(paths):
        raise Refusal(f"there is no file or folder {', '.join(map(str, missing))}")
    try:
        shipment = shipping.prepare(
            workspace, [path for path in paths if path not in missing], {"me": wish.me}, member, clock.now()
        )
        with Progress(shipment, shown=sys.stderr.isatty()) as progress:
            carrying.carry(shipment, clock.now(), progress.tell)
    except (Unfit, carrying.Overtaken) as why:
        raise Refusal(str(why)) from None
    _report(shipment, member, wish.json, time.monotonic() - begun, missing)
    if closed := [str(path) for path in wish.paths if gathering.closed(path)]:
        raise Refusal(f"{', '.join(closed)} could not be taken; all else was")
    return 0


def _member(workspace: Workspace, mails: Sequence[str]) -> Member:
    """Who brings it: the member of whom --me speaks, else the owner."""
    from kashuv.rooms.team.models import Member

    members = Member.objects.filter(workspace_id=workspace.id, active=True)
    told = members.filter(email__in=[mail.lower() for mail in mails]).first()
    found = told or members.filter(role=Member.Role.OWNER).order_by("joined_at").first()
    if found is None:
        raise Refusal("this workspace has no owner")
    return found


def _report(
    shipment: Shipment, member: Member, as_json: bool, seconds: float, missing: Sequence[Path]
) -> None:
    from django.utils import translation

    from kashuv.rooms.post.models import Refusal as Refused
    from kashuv.transfer.arriving import gathering, returning, wording

    rows = Refused.objects.within(shipment.workspace_id).filter(shipment_id=shipment.id).order_by("id")
    rejects = [(str(path), gathering.MISSING) for path in missing]  # told, but no message of anybody's
    rejects += rows.values_list("source", "reason")
    with translation.override(member.language):
        undo = f"kashuv bring --undo {shipment.id}" if returning.brought_anything(shipment) else ""
        print(
            _object(shipment, rejects, seconds) if as_json else wording.report(shipment.counts, rejects, undo)
        )
        if shipment.options.get("guessed"):
            print(wording.guess(shipment.options["guessed"]), file=sys.stderr)
    if not _took_something(shipment):
        raise Refusal(f"nothing of this could be taken; the first reason is: {rejects[0][1]}")


def _took_something(shipment: Shipment) -> bool:
    """Whether anything at all was taken or known; a shipment that was refused whole is a failure."""
    counts = shipment.counts
    return not counts["rejected"] or counts["messages"] > counts["rejected"] or counts["people"] > 0


def _object(shipment: Shipment, rejects: Sequence[tuple[str, str]], seconds: float) -> str:
    told: dict[str, Any] = {name: shipment.counts.get(name, 0) for name in COUNTS}
    told["seconds"] = round(seconds, 3)
    told["rejects"] = [{"source": source, "reason": reason} for source, reason in rejects]
    told |= {"id": str(shipment.id), "left_out": shipment.counts.get("left_out", 0)}
    return json.dumps(told, ensure_ascii=False)


@opened
def _undo(wish: argparse.Namespace) -> int:
    from django.utils import translation

    from kashuv.foundation import clock
    from kashuv.transfer.arriving import returning, wording

    migrate()
    workspace = workspace_named(wish.workspace)
    member = _member(workspace, wish.me)
    shipment = _shipment(workspace, wish.undo)
    left = returning.take_back(shipment, member, clock.now())
    with translation.override(member.language):
        print(json.dumps(left.as_dict()) if wish.json else wording.taken_back(left))
    return 0


def _shipment(workspace: Workspace, key: str) -> Shipment:
    import uuid

    from kashuv.rooms.post.models import Shipment

    try:
        return Shipment.objects.within(workspace.id).get(pk=uuid.UUID(key))
    except (ValueError, Shipment.DoesNotExist):
        raise Refusal(f"there is no import {key!r}; each import says its own name at its end") from None
