"""The language core: how fast it reads."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from datetime import UTC, datetime
from functools import partial
from statistics import median

from bench.archive import EN, HE, SIGNATURES
from bench.table import Row
from kashuv import language
from kashuv.language import dates

NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)


def measure(wishes: argparse.Namespace) -> list[Row]:
    letters = [(" ".join(words) * 3)[:950] + mark for words in (HE, EN) for mark in SIGNATURES]
    sentences = [*HE, *EN]
    reading = median(_took(partial(language.read, letter, reference=NOW)) for letter in letters * 50)
    finding = median(_took(partial(dates.find, sentence, NOW, None)) for sentence in sentences * 50)
    start = min(_took(_start) for _ in range(5))
    return [
        Row("the whole reading of a 1 kB letter", reading * 1000, "ms", "≤ 1"),
        Row("the dates of a sentence", finding * 1000, "ms", "≤ 0.3"),
        Row("start of kashuv read", start * 1000, "ms", "≤ 150"),
    ]


def _start() -> None:
    subprocess.run([sys.executable, "-m", "kashuv", "read"], input=b"", check=True, stdout=subprocess.DEVNULL)


def _took(act) -> float:  # type: ignore[no-untyped-def]
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
