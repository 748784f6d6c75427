"""`kashuv work`: a background worker by itself, for a further process or machine; `kashuv serve` brings its own."""

from __future__ import annotations

import argparse
import signal
import threading
from collections.abc import Sequence

from kashuv.cli.house import opened
from kashuv.cli.serving.lifeline import follow_parent


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="kashuv work", description="Does the waiting jobs and keeps the timetable, until SIGTERM."
    )
    parser.add_argument(
        "--listen",
        action="store_true",
        help="also listens at the mailboxes, as the worker of kashuv serve does",
    )
    return _work(parser.parse_args(argv))


@opened
def _work(wish: argparse.Namespace) -> int:
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    follow_parent()
    from django.conf import settings
    from django.utils.module_loading import import_string

    from kashuv.flows import worker
    from kashuv.flows.collecting import watching

    if wish.listen:
        threading.Thread(target=watching.watch, args=(stop,), name="watching", daemon=True).start()
    worker.run(import_string(settings.TIMETABLE), stop)
    return 0
