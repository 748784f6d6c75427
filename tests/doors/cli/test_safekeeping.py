"""Backup and restore: the drill. What goes in comes back, and nothing is overwritten or half done."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests import on_postgres
from tests.doors.cli.house import House

FILL = """
from kashuv.cli.house import stand
stand()
from kashuv.foundation.search import index
from kashuv.foundation.search.lines import WhoLine
from kashuv.rooms.team.models import Member
from tests import cast
noa = Member.objects.get()
for name in ("מרכז גל", "סטודיו רוזן"):
    client = cast.client(noa.workspace, name, noa)
    cast.person(client, "יואב", f"yoav@{client.id}.example")
    index.write([WhoLine(workspace_id=noa.workspace_id, kind="client", ref=client.id, client_id=client.id, text=name)])
"""
TELL = """
from kashuv.cli.house import stand
stand()
from kashuv.foundation.search import finding
from kashuv.rooms.clients.models import Address, Client
from kashuv.rooms.team.models import Member
noa = Member.objects.get()
print(sorted(Client.objects.within(noa.workspace_id).values_list("name", flat=True)))
print(Address.objects.within(noa.workspace_id).count(), noa.login.check_password("a long enough word"))
print([found.text for found in finding.who(noa.workspace_id, "רכז")])
"""
AS_ROWS = """
import sys
from pathlib import Path
from kashuv.cli.house import stand
stand()
from kashuv.cli import backup
from kashuv.cli.safekeeping import rows
backup._copy = lambda vendor, folder: ("rows", rows.write(folder / "rows.jsonl"), folder / "rows.jsonl")
backup._write(Path(sys.argv[1]))
"""


def _python(house: House, script: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script, *words], env=house.env(), capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def filled(founded):
    _python(founded, FILL)
    return founded


@pytest.fixture
def empty(tmp_path):
    return House(tmp_path / "elsewhere")


def test_a_backup_brought_back_elsewhere_is_the_same_house(filled, empty, tmp_path):
    file = tmp_path / "all.kashuv"
    made = filled.kashuv("backup", str(file))
    assert made.returncode == 0 and "2 clients" in made.stdout
    back = empty.kashuv("restore", str(file))
    assert back.returncode == 0, back.stderr
    assert _python(empty, TELL) == _python(filled, TELL)
    assert (empty.data / "secret.key").read_text() == (filled.data / "secret.key").read_text()
    assert file.stat().st_mode & 0o077 == 0


def test_rows_of_json_bring_back_the_same_house(filled, empty, tmp_path):
    file = tmp_path / "rows.kashuv"
    _python(filled, AS_ROWS, str(file))
    back = empty.kashuv("restore", str(file))
    assert back.returncode == 0, back.stderr
    assert _python(empty, TELL) == _python(filled, TELL)


def test_what_stands_here_gives_way_only_when_told_and_is_kept(filled, tmp_path):
    file = tmp_path / "all.kashuv"
    filled.kashuv("backup", str(file))
    refused = filled.kashuv("restore", str(file))
    assert refused.returncode == 1 and "--yes" in refused.stderr
    assert filled.kashuv("restore", str(file), "--yes").returncode == 0
    assert len(list(filled.data.glob("kashuv.sqlite3.before-*"))) == 1
    assert "מרכז גל" in _python(filled, TELL)


def test_the_key_that_gives_way_is_kept_too(filled, tmp_path):
    file = tmp_path / "all.kashuv"
    filled.kashuv("backup", str(file))
    mine = "k" * 60
    (filled.data / "secret.key").write_text(mine)
    assert filled.kashuv("restore", str(file), "--yes").returncode == 0
    (kept,) = filled.data.glob("secret.key.before-*")
    assert kept.read_text() == mine != (filled.data / "secret.key").read_text()


def test_settings_stay_with_their_place(filled, empty, tmp_path):
    file = tmp_path / "all.kashuv"
    (filled.data / "kashuv.toml").write_text('language = "en"\n')
    filled.kashuv("backup", str(file))
    empty.data.mkdir(mode=0o700)
    (empty.data / "kashuv.toml").write_text('time_zone = "Europe/Rome"\n')
    assert empty.kashuv("restore", str(file)).returncode == 0
    assert "Rome" in (empty.data / "kashuv.toml").read_text()
    assert "en" in (empty.data / "kashuv.toml.restored").read_text()
    elsewhere = House(tmp_path / "third")
    assert elsewhere.kashuv("restore", str(file)).returncode == 0
    assert "en" in (elsewhere.data / "kashuv.toml").read_text()


def test_settings_that_name_another_database_do_not_lead_away_from_this_one(filled, empty, tmp_path):
    file = tmp_path / "all.kashuv"
    (filled.data / "kashuv.toml").write_text(f'database_url = "sqlite:///{filled.data}/kashuv.sqlite3"\n')
    assert filled.kashuv("backup", str(file)).returncode == 0
    assert empty.kashuv("restore", str(file)).returncode == 0
    assert not (empty.data / "kashuv.toml").exists() and (empty.data / "kashuv.toml.restored").exists()
    assert _python(empty, TELL) == _python(filled, TELL)


def test_a_file_that_is_no_backup_is_refused_in_one_sentence(filled, tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text("dear")
    refused = filled.kashuv("restore", str(file))
    assert refused.returncode == 1 and len(refused.stderr.splitlines()) == 1


def test_a_broken_database_gives_way_to_its_backup_and_the_doctor_says_so(filled, tmp_path):
    file, database = tmp_path / "all.kashuv", filled.data / "kashuv.sqlite3"
    filled.kashuv("backup", str(file))
    before = _python(filled, TELL)
    for broken in (b"no database " * 9000, database.read_bytes()[:40_000]):
        database.write_bytes(broken)
        (filled.data / "kashuv.sqlite3-wal").write_bytes(b"log")
        told = filled.kashuv("doctor")
        assert told.returncode == 1 and "✗ database" in told.stdout and "kashuv restore" in told.stdout
        refused = filled.kashuv("restore", str(file))
        assert refused.returncode == 1 and "--yes" in refused.stderr
        assert filled.kashuv("restore", str(file), "--yes").returncode == 0
        assert _python(filled, TELL) == before


def test_a_damaged_backup_is_refused_and_changes_nothing(filled, tmp_path):
    file = tmp_path / "all.kashuv"
    filled.kashuv("backup", str(file))
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    file.write_bytes(content)
    before = _python(filled, TELL)
    refused = filled.kashuv("restore", str(file), "--yes")
    assert refused.returncode == 1 and "damaged" in refused.stderr
    file.write_bytes(content[:3000])
    assert filled.kashuv("restore", str(file), "--yes").returncode == 1
    assert _python(filled, TELL) == before


def test_a_house_in_use_is_not_replaced(filled, tmp_path):
    file = tmp_path / "all.kashuv"
    filled.kashuv("backup", str(file))
    script = "from kashuv.cli.house import stand; stand()\nfrom kashuv.rooms.team.models import Member\n"
    script += "Member.objects.get(); print('in', flush=True); input()"
    user = subprocess.Popen(
        [sys.executable, "-c", script],
        env=filled.env(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert user.stdout.readline() == "in\n"
    refused = filled.kashuv("restore", str(file), "--yes")
    user.communicate("\n")
    assert refused.returncode == 1 and "running" in refused.stderr


def test_a_backup_overwrites_no_file(filled, tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text("dear")
    assert filled.kashuv("backup", str(file)).returncode == 1
    assert file.read_text() == "dear"


@pytest.fixture
def postgres(monkeypatch):
    """The address of a PostgreSQL server of this machine's, for the length of a test."""
    programs = on_postgres.programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed")
    with on_postgres.server(programs) as address:
        yield address


def test_a_house_moves_from_sqlite_to_postgresql_and_back(filled, empty, postgres, tmp_path):
    small, large, back = (tmp_path / name for name in ("small.kashuv", "large.kashuv", "back.kashuv"))
    told = _python(filled, TELL)
    filled.kashuv("backup", str(small))
    team = House(empty.data, address=postgres)
    assert team.kashuv("restore", str(small)).returncode == 0
    assert _python(team, TELL) == told
    assert team.kashuv("backup", str(large)).returncode == 0
    refused = team.kashuv("restore", str(large))
    assert refused.returncode == 1 and "--yes" in refused.stderr
    assert team.kashuv("restore", str(large), "--yes").returncode == 0
    assert _python(team, TELL) == told
    alone = House(tmp_path / "alone")
    assert alone.kashuv("restore", str(large)).returncode == 0
    assert _python(alone, TELL) == told
    assert alone.kashuv("backup", str(back)).returncode == 0
