"""`kashuv serve`: quick to come, light to carry, and gone with all its children when told to."""

from __future__ import annotations

import os
import signal
import socket
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

MEBIBYTE = 1024


@pytest.fixture
def port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@pytest.fixture
def served(founded, port):
    started = []

    def start(*words: str):
        started.append(founded.start("serve", "--port", str(port), *words))
        _wait_for(f"http://127.0.0.1:{port}/accounts/login/")
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=5)
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError(f"{address} never answered")


def _children(pid: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(words[1]) == pid and words[0] != "Z":
            found.append(int(status.parent.name))
    return found


def _whole_family(pid: int, size: int) -> list[int]:
    """The children, once all of them are there."""
    deadline = time.monotonic() + 15
    while len(found := _children(pid)) < size and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(found) == size
    return found


def _resident(pid: int) -> int:
    line = next(
        line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS")
    )
    return int(line.split()[1]) // MEBIBYTE


def _gone(pids: list[int], patience: float) -> bool:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.05)
    return False


linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="/proc is missing (Linux has it)")


@linux
def test_it_ends_cleanly_with_all_its_children(served):
    process = served("--workers", "2")
    children = _whole_family(process.pid, 3)  # two web processes and the worker
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=8) == 0
    assert _gone(children, 1)


@linux
def test_no_child_outlives_a_parent_that_was_killed(served):
    process = served()
    children = _whole_family(process.pid, 2)
    process.kill()
    process.wait()
    assert _gone(children, 5)


@linux
def test_a_worker_that_falls_is_started_again(served):
    process = served()
    family = _whole_family(process.pid, 2)
    worker = next(pid for pid in family if b"work" in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0"))
    os.kill(worker, signal.SIGKILL)
    deadline = time.monotonic() + 8
    while time.monotonic() < deadline and len(set(_children(process.pid)) - {worker}) < 2:
        time.sleep(0.1)
    assert len(set(_children(process.pid)) - {worker}) == 2


@linux
def test_a_web_process_stays_light(served):
    process = served()
    assert all(_resident(pid) <= 130 for pid in _whole_family(process.pid, 2))


def test_a_house_that_nobody_can_enter_says_what_to_do(house, port):
    process = house.start("serve", "--port", str(port))
    _wait_for(f"http://127.0.0.1:{port}/accounts/login/")
    process.send_signal(signal.SIGTERM)
    said, _ = process.communicate(timeout=8)
    assert "kashuv init --workspace" in said


def test_a_taken_port_is_said_in_one_sentence(founded, port):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        refused = founded.kashuv("serve", "--port", str(port))
    assert refused.returncode == 1
    assert f"port {port} is taken" in refused.stderr and refused.stderr.count("\n") == 1
