"""`kashuv serve`: web, background worker and timetable as one command."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from kashuv.cli.house import migrate, opened

FIRST = "kashuv init --workspace NAME --email ADDRESS"


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="kashuv serve", description="Serves the desk, works in the background and keeps the timetable."
    )
    add_place(parser)
    parser.add_argument("--workers", type=_count, default=1, metavar="N", help="web processes (1)")
    return _serve(parser.parse_args(argv))


def add_place(parser: argparse.ArgumentParser) -> None:
    """The options that say where to listen."""
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="H", help="the address to listen on (127.0.0.1)"
    )
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="the port to listen on (8000)")


def _count(word: str) -> int:
    number = int(word)
    if not 1 <= number <= 64:
        raise argparse.ArgumentTypeError("a number from 1 to 64")
    return number


@opened
def _serve(wish: argparse.Namespace) -> int:
    serve(wish.host, wish.port, wish.workers)
    return 0


def serve(host: str, port: int, workers: int = 1, greeting: Sequence[str] = ()) -> None:
    """Makes everything ready, says where it is, and serves until it is told to stop. Django must stand."""
    from kashuv.cli.serving import statics, web

    web.check_free(host, port)
    migrate()
    statics.gather()
    for line in (f"Kashuv is at {_address(host, port)}", *greeting, *_nobody_yet(), "Ctrl+C ends it."):
        print(line, flush=True)
    web.run(host, port, workers)


def _nobody_yet() -> list[str]:
    """What to do in a house that nobody can enter."""
    from kashuv.rooms.team.models import Login

    return [] if Login.objects.exists() else [f"Nobody can sign in yet: make a workspace with  {FIRST}"]


def _address(host: str, port: int) -> str:
    from django.conf import settings

    return settings.BASE_URL or f"http://{'127.0.0.1' if host in ('0.0.0.0', '::') else host}:{port}"
