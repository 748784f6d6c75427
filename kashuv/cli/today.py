"""`kashuv today`: who needs you today, why, and with what first sentence; to read, or as JSON."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from kashuv.cli.house import Refusal, migrate, opened, workspace_named

WIDTH = 92
YEARS = range(1990, 2101)
SHOWN = 7  # at most so many things at once; the rest can wait


def main(argv: Sequence[str]) -> int:
    return _today(_parser().parse_args(argv))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kashuv today", description="Who needs you today, why, and the next step."
    )
    parser.add_argument(
        "--member", metavar="ADDR", help="the day of this member; everybody's clients if left out"
    )
    parser.add_argument("--on", metavar="ISO-DATE", help="another day than today, as 2026-11-24")
    parser.add_argument("--all", action="store_true", help="also those who can wait")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a text")
    parser.add_argument("--workspace", metavar="SLUG", help="which workspace, where there are several")
    parser.add_argument(
        "--lang",
        choices=("he", "en"),
        help="the language of the text; the member's own if left out, or the one that all members read",
    )
    return parser


@opened
def _today(wish: argparse.Namespace) -> int:
    migrate()
    from kashuv.rooms.today.plan import plan_of  # needs Django, which the wrapper has loaded
    from kashuv.rooms.today.record import recorded

    workspace = workspace_named(wish.workspace)
    member = _member(workspace, wish.member) if wish.member else None
    language = wish.lang or (member.language if member else _language(workspace))
    plan = plan_of(workspace, _moment(wish.on, workspace), reader=member, whose=member, language=language)
    if wish.json:
        print(json.dumps(recorded(plan, member.email if member else ""), ensure_ascii=False))
    else:
        sys.stdout.write(told(plan, language, everybody=wish.all))
    return 0


def _member(workspace: Any, email: str) -> Any:
    from kashuv.rooms.team.models import Member

    mine = Member.objects.filter(workspace_id=workspace.id, active=True).select_related("workspace")
    found = mine.filter(email__iexact=email.strip()).first()
    if found is None:
        known = ", ".join(mine.order_by("joined_at").values_list("email", flat=True)[:10])
        raise Refusal(f"{email} is no member of {workspace.name}; its members are {known}")
    return found


def _language(workspace: Any) -> str:
    """That of its members where they all read one; else the firm's own."""
    from kashuv.rooms.team.models import Member

    read = set(
        Member.objects.filter(workspace_id=workspace.id, active=True).values_list("language", flat=True)
    )
    return str(read.pop() if len(read) == 1 else workspace.language)


def _moment(day: str | None, workspace: Any) -> datetime:
    """This moment, or the beginning of the working day on another date."""
    from kashuv.foundation import clock

    if day is None:
        return clock.now()
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        raise Refusal(f"{day!r} is no date; write it like 2026-11-24") from None
    if wanted.year not in YEARS:
        raise Refusal(f"{day} is too far away; choose a day from {YEARS[0]} to {YEARS[-1]}")
    if wanted == clock.local(clock.now(), workspace.zone).date():
        return clock.now()
    return datetime.combine(wanted, workspace.day_starts or time(9), workspace.zone).astimezone(UTC)


def told(plan: Any, language: str, *, everybody: bool = False) -> str:
    """The plan as lines to read: names first, then why, then what to say; at most seven, or everybody."""
    from kashuv.rooms.today.wording import desk, tongue

    words = tongue(language)
    frame = words.frame(plan.day)
    lines = [frame["title"], "", *_noticed(plan, desk.tongue(language))]
    shown = plan.items if everybody else plan.items[:SHOWN]
    for item in shown:
        lines += [*_item(item, frame), ""]
    if waiting := len(plan.items) - len(shown):
        lines += [f"{words.more(waiting)} (--all)", ""]
    if not plan.items:
        lines += [frame["nothing"], ""]
    if plan.quiet_good_clients:
        lines += [
            frame["quiet"],
            *(f"   {one.client.name}: {one.because}" for one in plan.quiet_good_clients),
            "",
        ]
    return "\n".join(lines)


def _noticed(plan: Any, words: Any) -> list[str]:
    """What stands above the list, each on a line, and an empty line below them."""
    counts = ((words.still, plan.still), (words.stuck, plan.stuck), (words.apart, plan.apart))
    lines = [say(count) for say, count in counts if count]
    return [*lines, ""] if lines else []


def _item(item: Any, frame: dict[str, str]) -> list[str]:
    who = f" ({item.person.name})" if item.person and item.person.name != item.client.name else ""
    lines = [f"{item.rank}. {item.client.name}{who} · {item.label}"]
    for because in item.why:
        lines += _wrapped(because.text)
        if because.quote:
            cite = f" · {because.cite}" if because.cite else ""
            lines += _wrapped(f"{frame['open']}{because.quote}{frame['close']}{cite}", "     ")
    if not item.next.say:
        return lines
    return [*lines, *_wrapped(f"{frame[item.next.channel]}: {item.next.say}", "   → ", "     ")]


def _wrapped(text: str, first: str = "   ", rest: str | None = None) -> list[str]:
    indent = first if rest is None else rest
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=indent) or [first]
