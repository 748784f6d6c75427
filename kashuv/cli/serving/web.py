"""The web server: one port, some processes, the worker beside them; ends cleanly and together."""

from __future__ import annotations

import errno
import multiprocessing
import socket
import sys

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.db import connections
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from kashuv.cli.house import Refusal
from kashuv.cli.serving.aide import PATIENCE, Aide
from kashuv.cli.serving.lifeline import Lifeline, throw
from kashuv.cli.serving.settling import settle

THREADS = 3  # each has its own connection to the database; pages are short
IDLE = 600  # seconds until a thread without work gives its connection back


def check_free(host: str, port: int) -> None:
    """Raises Refusal if nobody can listen there; the server's own sockets would share a taken port in silence."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as refusal:
            raise Refusal(_why_not(host, port, refusal)) from None
        except OverflowError:
            raise Refusal(f"{port} is no port; use one from 1 to 65535") from None


def _why_not(host: str, port: int, refusal: OSError) -> str:
    if refusal.errno == errno.EADDRINUSE:
        return f"port {port} is taken by another program; choose another with --port"
    if refusal.errno == errno.EACCES:
        return f"port {port} is not allowed to you; choose one above 1024 with --port"
    return f"{host}:{port} can't be listened on ({refusal.strerror}); check --host and --port"


def run(host: str, port: int, workers: int) -> None:
    """Serves until SIGTERM or SIGINT; then every child ends, and this returns."""
    if sys.platform.startswith("linux"):  # a fork shares what is loaded already: quicker, and less memory
        multiprocessing.set_start_method("fork", force=True)
    connections.close_all()  # no connection may be shared over a fork
    lifeline = throw()
    server = MPServer(
        "kashuv",  # only a name: the loader below gives the pages
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        blocking_threads_idle_timeout=IDLE,
        workers_kill_timeout=int(PATIENCE),
        respawn_failed_workers=True,
        log_level=LogLevels.error,
    )
    _with_aide(server, lifeline)
    server.serve(target_loader=lambda _: _application(lifeline))


def _with_aide(server: MPServer, lifeline: Lifeline) -> None:
    aides: list[Aide] = []

    def dismiss() -> None:
        for aide in aides:
            aide.stop()

    server.on_startup(lambda: aides.append(Aide(lifeline)))
    server.on_shutdown(dismiss)


def _application(lifeline: Lifeline) -> WSGIHandler:
    """In each web process: ties it to the parent and loads the pages."""
    lifeline.follow()
    application = get_wsgi_application()  # builds the middleware, which scans the gathered static files
    settle()
    return application
