"""A fresh house for each test of a command; a founded one is a copy of the first."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.doors.cli.house import House


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "data")


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A house with the firm רוזן ולוי, owned by Noa; founded once, touched by no test."""
    house = House(tmp_path_factory.mktemp("first") / "data")
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


@pytest.fixture
def founded(first: House, house: House) -> House:
    """The founded house, for this test alone."""
    shutil.copytree(first.data, house.data)
    return house
