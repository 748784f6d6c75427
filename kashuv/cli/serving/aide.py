"""The aide: the background worker as a process of its own beside the web server, started again if it falls."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

from kashuv.cli.serving.lifeline import NAME, Lifeline

PATIENCE = 5.0  # seconds for the piece of work in hand, once asked to stop
HEAD_START = 1.0  # seconds for the web server: the first page comes before the first job
PAUSE = 2.0  # seconds before a fallen worker is started again


class Aide:
    """Keeps one worker running until it is told to stop."""

    def __init__(self, lifeline: Lifeline) -> None:
        self._lifeline = lifeline
        self._stopping = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        threading.Thread(target=self._keep, name="aide", daemon=True).start()

    def _keep(self) -> None:
        pause = HEAD_START
        while not self._stopping.wait(pause):
            self._process = self._start()
            self._process.wait()
            pause = PAUSE

    def _start(self) -> subprocess.Popen[bytes]:
        end = self._lifeline.child_end
        return subprocess.Popen(
            [sys.executable, "-m", "kashuv", "work", "--listen"],
            env={**os.environ, NAME: str(end)},
            pass_fds=[end],
            stdin=subprocess.DEVNULL,
        )

    def stop(self) -> None:
        """Asks the worker to finish what it has in hand; kills it if that takes too long (its job is taken over)."""
        self._stopping.set()
        process = self._process
        if process is None:
            return
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
