"""Runs the suite on PostgreSQL: a throwaway server of this machine's, or the one that DATABASE_URL names."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ELSEWHERE = (
    "language",
    "doors/cli",
)  # knows no database; runs in houses of its own, whatever this one's database
SETTINGS = "-c fsync=off -c listen_addresses= -c max_connections=60"


def main() -> int:
    """The exit code of pytest; further words of the command line go to it."""
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return _suite(os.environ["DATABASE_URL"])
    found = programs()
    if found is None:
        print("skipped: the suite on PostgreSQL (no server is installed; Debian's package is postgresql)")
        return int(os.environ.get("CI") == "true")
    with server(found) as url:
        return _suite(url)


def programs() -> Path | None:
    """The folder of the newest server on this machine."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    named = shutil.which("initdb")
    return found[-1].parent if found else Path(named).parent if named else None


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """A server that lives as long as the block and listens on a socket in its own folder; yields its address."""
    folder = Path(tempfile.mkdtemp(prefix="kashuv-pg-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"
    _as_postgres(
        [programs / "initdb", "-D", data, "-U", "kashuv", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
    )
    _as_postgres(
        [
            programs / "pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            folder / "log",
            "-o",
            f"{SETTINGS} -k {folder}",
            "start",
        ]
    )
    try:
        yield f"postgres://kashuv@/postgres?host={folder}"
    finally:
        _as_postgres([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def _as_postgres(command: list[str | Path]) -> None:
    """The server refuses to run as root."""
    lower = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*lower, *map(str, command)], check=True, stdout=subprocess.DEVNULL)


def _suite(url: str) -> int:
    elsewhere = [f"--ignore=tests/{folder}" for folder in ELSEWHERE]
    words = sys.argv[1:] or ["-n", "2", "--dist", "loadfile", *elsewhere, "tests"]
    command = [sys.executable, "-m", "pytest", "-m", "not browser and not sqlite", *words]
    return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})


if __name__ == "__main__":
    sys.exit(main())
