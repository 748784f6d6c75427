"""A fresh house for each test of a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.doors.cli.house import House


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "data")


@pytest.fixture
def founded(house: House) -> House:
    """A house with the firm רוזן ולוי, owned by Noa."""
    made = house.kashuv(
        "init",
        "--workspace",
        "רוזן ולוי",
        "--email",
        "noa@rosen.example",
        KASHUV_PASSWORD="a long enough word",
    )
    assert made.returncode == 0, made.stderr
    return house
