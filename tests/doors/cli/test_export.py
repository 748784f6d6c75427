"""`kashuv export`: finds the client, writes one whole file, and overwrites none."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
import zipfile

import pytest

FILL = """
from kashuv.cli.house import stand
stand()
from kashuv.rooms.team.models import Member
from tests import cast
noa = Member.objects.get()
for name in ("מרכז גל", "סטודיו גל"):
    cast.client(noa.workspace, name, noa)
from kashuv.rooms.clients import lines
from kashuv.rooms.clients.models import Client, Person
dalia = cast.client(noa.workspace, "דליה מזרחי", noa)
cast.person(dalia, "Tamar Oz", "tamar@dalia.example")
lines.refresh_lines(noa.workspace_id, client_ids=Client.objects.values_list("pk", flat=True),
                    person_ids=Person.objects.values_list("pk", flat=True))
"""


@pytest.fixture
def filled(founded):
    subprocess.run([sys.executable, "-c", FILL], env=founded.env(), check=True, timeout=60)
    return founded


def test_a_part_of_the_name_is_enough_if_it_fits_one(filled, tmp_path):
    done = filled.kashuv("export", "--client", "מרכז", str(tmp_path / "gal.zip"))
    assert done.returncode == 0, done.stderr
    assert stat.S_IMODE((tmp_path / "gal.zip").stat().st_mode) == 0o600
    with zipfile.ZipFile(tmp_path / "gal.zip") as opened:
        assert "סטודיו" not in opened.read("clients.json").decode()


@pytest.mark.parametrize(
    ("name", "said"), [("גל", "several"), ("נעמי", "no client"), ("דליה מזרכי", "near it are דליה מזרחי")]
)
def test_a_name_that_does_not_tell_is_refused(filled, tmp_path, name, said):
    done = filled.kashuv("export", "--client", name, str(tmp_path / "gal.zip"))
    assert done.returncode == 1 and said in done.stderr
    assert list(tmp_path.glob("gal.zip*")) == []


@pytest.mark.parametrize("name", ["tamar@dalia.example", "Tamar", "Dalia Mizrahi"])
def test_a_client_is_known_by_a_person_a_mail_or_the_sound_of_the_name(filled, tmp_path, name):
    done = filled.kashuv("export", "--client", name, str(tmp_path / "dalia.zip"))
    assert "of דליה מזרחי to" in done.stdout, done.stderr


def test_a_file_that_is_there_stays_as_it_is(filled, tmp_path):
    (tmp_path / "all.zip").write_text("dear")
    assert filled.kashuv("export", "--all", str(tmp_path / "all.zip")).returncode == 1
    assert (tmp_path / "all.zip").read_text() == "dear"


def test_corrections_leave_as_a_file_of_cases(filled, tmp_path):
    done = filled.kashuv("export", "--corrections", str(tmp_path / "cases.jsonl"))
    assert done.returncode == 0, done.stderr
    assert "0 cases" in done.stdout
    assert (tmp_path / "cases.jsonl").read_text() == ""


def test_whom_must_be_said(house, tmp_path):
    assert house.kashuv("export", str(tmp_path / "all.zip")).returncode == 2


def test_what_was_exported_is_brought_home(filled, house, tmp_path):
    assert filled.kashuv("export", "--all", str(tmp_path / "all.zip")).returncode == 0
    other = type(house)(tmp_path / "other")
    made = ("init", "--workspace", "Other", "--email", "dana@other.example")
    assert other.kashuv(*made, KASHUV_PASSWORD="a long enough word").returncode == 0
    brought = other.kashuv("bring", str(tmp_path / "all.zip"), "--json")
    assert brought.returncode == 0, brought.stderr
    assert json.loads(brought.stdout)["clients"] == 3
    assert other.kashuv("export", "--all", str(tmp_path / "again.zip")).returncode == 0
    names = [_names(tmp_path / name) for name in ("all.zip", "again.zip")]
    assert names[0] == names[1] == ["מרכז גל", "סטודיו גל", "דליה מזרחי"]


def _names(file):
    with zipfile.ZipFile(file) as opened:
        return [row["name"] for row in json.loads(opened.read("clients.json"))]
