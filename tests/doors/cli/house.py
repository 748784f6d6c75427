"""A house of its own for a command: a real process with a data folder that nobody else has."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class House:
    """Runs `kashuv` as a person would."""

    data: Path
    address: str = ""  # of its database; SQLite in the data folder if empty

    def kashuv(self, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*words),
            env=self.env(**env),
            capture_output=True,
            text=True,
            timeout=60,
            stdin=subprocess.DEVNULL,
        )

    def start(self, *words: str, **env: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command(*words),
            env=self.env(**env),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "kashuv", *words]

    def env(self, **more: str) -> dict[str, str]:
        plain = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("KASHUV_", "DATABASE_", "DJANGO_"))
        }
        return {**plain, "KASHUV_DATA": str(self.data), "DATABASE_URL": self.address, **more}
