"""`kashuv password`: the lost one opens nothing any more, and why not is said in a sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.doors.cli.house import House

OPENS = """
import sys
from kashuv.cli.house import stand
stand()
from kashuv.foundation.journal.event import Event
from kashuv.rooms.team.models import Login
login = Login.objects.get()
print(*(login.check_password(word) for word in sys.argv[1:]), *Event.objects.values_list("verb", flat=True))
"""


def _told(house: House, *passwords: str) -> str:
    env = house.env(PYTHONPATH=str(Path(__file__).parents[3]))
    asked = [sys.executable, "-c", OPENS, *passwords]
    return subprocess.run(asked, env=env, capture_output=True, text=True, timeout=60, check=True).stdout


def test_the_new_one_opens_and_the_old_one_does_not(founded: House) -> None:
    given = founded.kashuv("password", "Noa@Rosen.example", KASHUV_PASSWORD="another long word")
    assert given.returncode == 0 and "noa@rosen.example" in given.stdout

    told = _told(founded, "a long enough word", "another long word")
    assert told.startswith("False True") and "member.password_given" in told


@pytest.mark.parametrize(
    ("email", "password", "said"),
    [
        ("noa@rosen.example", "short", "too short"),
        ("noa@rosen.example", "", "KASHUV_PASSWORD"),
        ("nobody@rosen.example", "another long word", "nobody signs in"),
    ],
)
def test_it_refuses_in_one_sentence(founded: House, email: str, password: str, said: str) -> None:
    refused = founded.kashuv("password", email, KASHUV_PASSWORD=password)
    assert refused.returncode == 1
    assert said in refused.stderr and refused.stderr.count("\n") == 1
    assert _told(founded, "a long enough word").startswith("True")


def test_wrong_usage_ends_with_two(house: House) -> None:
    assert house.kashuv("password").returncode == 2
