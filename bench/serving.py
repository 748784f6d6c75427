"""The server: how soon the first page comes, and what memory it takes."""

from __future__ import annotations

import argparse
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from bench.stage import empty_house
from bench.table import Row


def measure(wishes: argparse.Namespace) -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="kashuv-serve-") as folder:
        env = empty_house(folder)
        words = [sys.executable, "-m", "kashuv"]
        subprocess.run(
            [*words, "init", "--workspace", "Bench", "--email", "noa@bench.example"],
            env=env,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        first = _served(words, env)  # the very first start lays out the static files
        again = _served(words, env)
    return [
        Row("first page after the first start", first[0], "s", "≤ 1.5"),
        Row("first page after a start", again[0], "s", "≤ 1.5"),
        Row("memory of the largest process", again[1], "MiB", "≤ 130"),
    ]


def _served(words: list[str], env: dict[str, str]) -> tuple[float, float]:
    """Seconds to the first sign-in page, and MiB of the largest process after fifty of them."""
    port = _free_port()
    began = time.perf_counter()
    server = subprocess.Popen([*words, "serve", "--port", str(port)], env=env, stdout=subprocess.DEVNULL)
    try:
        while not _page(port):
            time.sleep(0.02)
        soon = time.perf_counter() - began
        for _ in range(50):
            _page(port)
        return soon, max(map(_resident, _family(server.pid)))
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


def _page(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/accounts/login/", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in _family(int(child)))]


def _resident(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024
