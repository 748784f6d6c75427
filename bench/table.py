"""One row for each figure, printed and kept."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in its unit; `bar` is what it is held to, in the same unit ("≤ 8")."""

    what: str
    figure: float
    unit: str
    bar: str = ""
    beside: str = ""


def show(rows: list[Row]) -> None:
    """Prints the table anew."""
    width = max(len(row.what) for row in rows)
    print()
    for row in rows:
        print(f"{row.what:{width}}  {row.figure:>10,.2f} {row.unit:<12} {row.bar:>8}  {row.beside}")


def keep(rows: list[Row], engine: str) -> None:
    """Writes the table to bench/results/, with the machine and the hour."""
    RESULTS.mkdir(exist_ok=True)
    told = {"at": datetime.now(UTC).isoformat(), "machine": platform.platform(), "engine": engine}
    file = RESULTS / f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{engine}.json"
    file.write_text(json.dumps({**told, "rows": [asdict(row) for row in rows]}, ensure_ascii=False, indent=1))
    print(f"\nkept in {file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file}")
