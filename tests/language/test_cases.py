"""What people said of a reading stays so: what was right is found again, what was not so is not.

The cases lie in `cases/`, in our own words; KASHUV_CASES names a file of yours, as `kashuv export --corrections`
writes it, that is tried as well.
"""

from __future__ import annotations

import json
import os
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from kashuv.language import read
from kashuv.rooms.conversations.rules import worth

HERE = Path(__file__).parent / "cases"
YOURS = [Path(os.environ["KASHUV_CASES"])] if os.environ.get("KASHUV_CASES") else []


def _cases() -> list[Any]:
    found = []
    for file in chain(sorted(HERE.glob("*.jsonl")), YOURS):
        for line in file.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            found.append(pytest.param(case, id=case["id"]))
    return found


@pytest.mark.parametrize("case", _cases())
def test_a_decision_holds(case: dict[str, Any]) -> None:
    start, end = case["span"]
    found = [
        one
        for one in _shown(case)
        if one.kind == case["kind"] and one.start < end and start < one.end and _same(one.what, case)
    ]
    assert bool(found) == case["right"], found


def _shown(case: dict[str, Any]) -> list[worth.Worth]:
    """What a person would be shown of this text."""
    direction = case["direction"]
    reading = read(case["text"], reference=datetime.fromisoformat(case["reference"]), direction=direction)
    return worth.worth(reading, direction) + worth.promises(reading, direction)


def _same(what: str, case: dict[str, Any]) -> bool:
    """A date may be read at another grain and still be a date; a tone may not be another tone."""
    return case["kind"] == "date" or what == case["what"]
