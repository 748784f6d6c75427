"""`kashuv sync` against a real server: counted, repeatable, killed at any moment, and plain about what is wrong."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests import dovecot
from tests.flows.writing import YOAV, letter

LOGIN = "noa@kashuv.example"
OPEN = """
import sys
from kashuv.cli.house import stand
stand()
from kashuv.foundation import clock
from kashuv.rooms.post import mailboxes
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.team.models import Member
login, password, port = sys.argv[1:]
noa = Member.objects.select_related("workspace").get()
reached = Server("127.0.0.1", int(port), "none", login)
mailboxes.open_at(noa.workspace, login, member=noa, fetching=reached, sending=reached,
                  secret={"password": password}, by=noa, at=clock.now())
"""
COUNT = """
from kashuv.cli.house import stand
stand()
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.post.models import Copy, Letter
from kashuv.rooms.team.models import Workspace
firm = Workspace.objects.get().id
print(*(model.objects.within(firm).count() for model in (Letter, Entry, Copy)))
"""


@pytest.fixture(scope="module")
def server() -> Iterator[dovecot.Dovecot]:
    if dovecot.PROGRAM is None:
        pytest.skip("dovecot-imapd is not installed")
    with dovecot.serving() as running:
        yield running


@pytest.fixture
def mailbox(founded, server, request):
    """A mailbox in the founded house, at a server that this house may reach; its address."""
    (founded.data / "kashuv.toml").write_text('private_networks = "127.0.0.1"\n')
    login = f"{request.node.name.replace('_', '-')}@kashuv.example"
    _python(founded, OPEN, login, dovecot.PASSWORD, str(server.port))
    return login


def _python(house, script, *words):
    command = [sys.executable, "-c", script, *words]
    return subprocess.run(
        command, env=house.env(), check=True, timeout=60, capture_output=True, text=True
    ).stdout


def _fill(server, login, count):
    with server.enter(login) as imap:
        imap.multiappend("INBOX", [_mail(number) for number in range(count)])


def _mail(number):
    words = f"I will send the plan for matter {number} by Tuesday."
    raw = letter(YOAV, LOGIN, f"Matter {number}", words, mark=f"m{number}@gal.example")
    return raw.replace(b"\n", b"\r\n")


pytestmark = pytest.mark.dovecot


def test_it_says_how_many_are_here_and_there(founded, server, mailbox):
    _fill(server, mailbox, 3)
    done = founded.kashuv("sync", "--json")
    assert done.returncode == 0, done.stderr
    [told] = json.loads(done.stdout)["mailboxes"]
    inbox = next(folder for folder in told["folders"] if folder["path"] == "INBOX")
    assert inbox == {"path": "INBOX", "ours": 3, "theirs": 3, "in_step": True, "new": 3, "refused": 0}
    assert told["in_step"] and told["new"] == 3 and told["trouble"] == ""
    again = founded.kashuv("sync")
    assert again.returncode == 0 and "✓ INBOX: 3 of 3" in again.stdout and ": 0 new" in again.stdout


def test_a_mailbox_in_trouble_is_a_failure_in_one_sentence_and_the_doctor_knows(founded, server, request):
    _python(founded, OPEN, "wrong@kashuv.example", "not the password", str(server.port))
    done = founded.kashuv("sync")
    assert done.returncode == 1
    assert "wrong@kashuv.example" in done.stderr and "Traceback" not in done.stderr
    checks = {
        check["name"]: check for check in json.loads(founded.kashuv("doctor", "--json").stdout)["checks"]
    }
    assert checks["mailbox wrong@kashuv.example"]["state"] == "wrong"


def test_a_house_without_mailboxes_is_told_where_to_open_one(founded):
    done = founded.kashuv("sync")
    assert done.returncode == 1 and "/settings/mailboxes/" in done.stderr


@pytest.mark.sqlite
def test_a_sync_that_is_killed_again_and_again_loses_and_doubles_nothing(founded, server, mailbox):
    _fill(server, mailbox, 450)
    for table, rows in (("copy", 1), ("letter", 1), ("letter", 51)):
        process = founded.start("sync")
        _await(founded.data / "kashuv.sqlite3", f"kashuv_{table}", rows)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert founded.kashuv("sync").returncode == 0
    assert _python(founded, COUNT).split() == ["450", "450", "450"]


@pytest.mark.sqlite
def test_a_worker_that_listens_has_a_letter_soon_after_it_came(founded, server, mailbox):
    assert founded.kashuv("sync").returncode == 0
    worker = founded.start("work", "--listen")
    try:
        _await(
            founded.data / "kashuv.sqlite3",
            "kashuv_job WHERE task = 'collect' AND finished_at IS NOT NULL",
            1,
        )
        _fill(server, mailbox, 1)
        _await(founded.data / "kashuv.sqlite3", "kashuv_letter", 1)
    finally:
        worker.terminate()
        assert worker.wait(20) == 0


def _await(database, table, rows):
    deadline = time.monotonic() + 60
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as looking:
        while looking.execute(f"SELECT count(*) FROM {table}").fetchone()[0] < rows:
            assert time.monotonic() < deadline
            time.sleep(0.005)
