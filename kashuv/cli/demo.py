"""`kashuv demo`: a filled demo firm in its own data folder, served in the browser."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kashuv.cli.house import Refusal, migrate, opened
from kashuv.cli.serve import add_place, serve

if TYPE_CHECKING:
    from kashuv.rooms.team.models import Member

OWNER = "noa@demo.kashuv.example"
PASSWORD = "attentive-desk"
STALE = 7  # days


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="kashuv demo", description="Fills a demo firm once, in a data folder of its own, and serves it."
    )
    add_place(parser)
    parser.add_argument("--lang", choices=("he", "en"), help="the language of the firm (he)")
    wish = parser.parse_args(argv)
    _choose_folder(wish.lang)
    return _demo(wish)


def _choose_folder(language: str | None) -> None:
    """Beside the real house, never in it, unless KASHUV_DATA says where."""
    tail = "-demo-en" if language == "en" else "-demo"
    os.environ.setdefault("KASHUV_DATA", str(Path(f"~/.local/share/kashuv{tail}").expanduser()))


@opened
def _demo(wish: argparse.Namespace) -> int:
    from kashuv.cli.serving import web

    web.check_free(wish.host, wish.port)
    migrate()
    noa = _standing()
    if noa is None:
        _fill(wish.lang)
        _begin_anew(wish)
    if wish.lang and noa.workspace.language != wish.lang:
        raise Refusal(
            f"the demo in this folder is in the other language ({noa.workspace.language}); set another KASHUV_DATA"
        )
    serve(wish.host, wish.port, greeting=_greeting(noa))
    return 0


def _standing() -> Member | None:
    """The demo's owner, if the demo was filled; raises Refusal in a house of real people."""
    from kashuv.foundation.belonging import across_workspaces
    from kashuv.rooms.team.models import Member, Workspace

    with across_workspaces("whose house is this?"):
        noa = Member.objects.filter(email=OWNER).select_related("workspace").first()
    if noa is None and Workspace.objects.exists():
        raise Refusal(
            "this data folder holds a real workspace; set KASHUV_DATA to another folder for the demo"
        )
    return noa


def _fill(language: str | None) -> None:
    """A year is written in one transaction, so that a filling that was interrupted leaves nothing behind."""
    from django.conf import settings
    from django.db import connection

    from kashuv.demo.filling import fill
    from kashuv.foundation import clock, statistics

    print("Filling the demo with a year of letters …", flush=True)
    began = time.monotonic()
    fill(language or settings.LANGUAGE_CODE, at=clock.now(), password=PASSWORD)
    statistics.count(connection)
    print(f"Filled in {time.monotonic() - began:.0f} seconds.", flush=True)


def _begin_anew(wish: argparse.Namespace) -> NoReturn:
    """Serves from a fresh program: this one's memory is full of a year of letters."""
    place = ["--host", wish.host, "--port", str(wish.port)]
    os.execv(sys.executable, [sys.executable, "-m", "kashuv", "demo", *place])


def _greeting(noa: Member) -> list[str]:
    from django.conf import settings

    from kashuv.foundation import clock

    lines = [f"Sign in as {OWNER} with the password {PASSWORD}"]
    age = (clock.now() - noa.workspace.created_at).days - 365
    if age >= STALE:
        lines.append(f"The demo was filled {age} days ago; to have it as of today, remove {settings.DATA}")
    return lines
