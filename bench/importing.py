"""An archive brought in by the command, everything included; then the same once more."""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.archive import write_mbox
from bench.stage import empty_house
from bench.table import Row


def measure(wishes: argparse.Namespace) -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="kashuv-import-") as folder:
        mbox = Path(folder) / "archive.mbox"
        replies = write_mbox(mbox, wishes.messages)
        env = empty_house(folder)
        _kashuv(["init", "--workspace", "Bench", "--email", "noa@bench.example", "--name", "Noa"], env)
        first, wall, cpu = _bring(mbox, env)
        second, again, _ = _bring(mbox, env)
    lost, doubled = wishes.messages - first["new"], second["new"]
    beside = f"{first['entries']:,} entries, {first['promises']:,} promises, CPU {cpu / wishes.messages * 1000:.2f} ms a letter"
    return [
        Row(f"import of {wishes.messages:,} letters", wishes.messages / wall, "a second", "≥ 300", beside),
        Row("  a second run of the same", wishes.messages / again, "a second"),
        Row("  lost / doubled", lost + doubled, "letters", "0", f"{replies:,} replies among them"),
    ]


def _bring(mbox: Path, env: dict[str, str]) -> tuple[dict[str, int], float, float]:
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    report = json.loads(_kashuv(["bring", str(mbox), "--json"], env))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return report, time.perf_counter() - began, cpu


def _kashuv(words: list[str], env: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "kashuv", *words], env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"kashuv {words[0]} ended with {done.returncode}: {done.stderr[-500:]}")
    return done.stdout
