"""`kashuv doctor`: well when all is well, and a plain word with a remedy when it is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

import pytest


def _checks(house):
    done = house.kashuv("doctor", "--json")
    told = json.loads(done.stdout)
    assert told["ok"] == (done.returncode == 0)
    return {check["name"]: check for check in told["checks"]}


def _python(house, script):
    subprocess.run([sys.executable, "-c", script], env=house.env(), check=True, timeout=60)


STAND = """
from datetime import timedelta
from kashuv.cli.house import stand
stand()
from kashuv.foundation import clock
from kashuv.foundation.queue import line
from kashuv.foundation.search import index
from kashuv.foundation.search.lines import WhoLine
from kashuv.rooms.team.models import Workspace
from django.db import connection
firm = Workspace.objects.get()
"""


def test_a_founded_house_is_well(founded):
    done = founded.kashuv("doctor")
    assert done.returncode == 0
    assert "✓ database: SQLite" in done.stdout and "✗" not in done.stdout


def test_a_house_that_was_never_founded_is_told_what_to_do(house):
    checks = _checks(house)
    assert checks["tables"]["state"] == "wrong" and "kashuv init" in checks["tables"]["advice"]


def test_a_job_that_nobody_does_is_wrong(founded):
    _python(
        founded, STAND + 'line.enqueue(firm.id, "sweep", {}, key="1", at=clock.now() - timedelta(hours=2))'
    )
    assert _checks(founded)["queue"]["state"] == "wrong"


def test_a_key_that_others_may_read_is_wrong(founded):
    (founded.data / "secret.key").chmod(0o644)
    assert "chmod 600" in _checks(founded)["keys"]["advice"]


def test_a_clock_that_went_back_is_wrong(founded):
    ahead = time.time() + 3600
    os.utime(founded.data / "kashuv.sqlite3", (ahead, ahead))
    assert _checks(founded)["clock"]["state"] == "wrong"


def test_a_search_that_forgot_a_line_is_wrong(founded):
    write = 'index.write([WhoLine(workspace_id=firm.id, kind="client", ref=firm.id, text="gal")])\n'
    _python(founded, STAND + write + 'connection.cursor().execute("DELETE FROM kashuv_wholine_fts")')
    assert _checks(founded)["search (wholine)"]["state"] == "wrong"


@pytest.mark.parametrize("spoil", [b"not a database at all, only words", b""])
def test_a_spoiled_database_is_wrong_without_a_traceback(founded, spoil):
    (founded.data / "kashuv.sqlite3").write_bytes(spoil)
    done = founded.kashuv("doctor")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


MAILBOX = """
from kashuv.rooms.post import mailboxes
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.team.models import Member
noa = Member.objects.within(firm.id).get()
server = Server("127.0.0.1", 1, "none", "noa")
mailboxes.open_at(firm, "noa@kashuv.example", member=noa, fetching=server, sending=server,
    secret={"password": "x"}, by=noa, at=clock.now())
"""


def test_a_secret_that_the_key_does_not_open_is_named(founded):
    _python(founded, STAND + MAILBOX)
    well = _checks(founded)
    assert well["sealing key"]["state"] == "good" and "1 of 1" in well["sealing key"]["found"]
    (founded.data / "sealing.key").write_text("another key, as after a restore without it, long enough")
    checks = _checks(founded)
    assert "0 of 1" in checks["sealing key"]["found"]
    assert checks["secret of noa@kashuv.example"]["state"] == "wrong"


def test_a_sealing_key_that_others_may_read_is_wrong(founded):
    founded.kashuv("doctor")
    (founded.data / "sealing.key").chmod(0o644)
    assert "chmod 600" in _checks(founded)["sealing key"]["advice"]
