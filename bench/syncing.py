"""A mailbox on a real server is fetched: the first fifty talks, all of it, nothing new, and a server that counts anew."""

from __future__ import annotations

import argparse
import json
import mailbox
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.archive import write_mbox
from bench.stage import empty_house
from bench.table import Row
from tests import dovecot

LOGIN = "noa@bench.example"
PORTION = 500
OPEN = """
import sys
from kashuv.cli.house import migrate, stand
stand()
migrate()
from kashuv.foundation import clock
from kashuv.rooms.post import mailboxes
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.team.models import Member
noa = Member.objects.select_related("workspace").get()
reached = Server("127.0.0.1", int(sys.argv[1]), "none", sys.argv[2])
mailboxes.open_at(noa.workspace, sys.argv[2], member=noa, fetching=reached, sending=reached,
                  secret={"password": sys.argv[3]}, by=noa, at=clock.now())
"""
VISIT = """
import json, time
from kashuv.cli.house import stand
stand()
from kashuv.flows.collecting import visit
from kashuv.foundation import clock
from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.team.models import Workspace
from kashuv.transfer.arriving.letters import reading_room
box = Mailbox.objects.within(Workspace.objects.get().id).get()
began, first = time.perf_counter(), []
def watch(paid):
    if not first and paid.new >= 50:
        first.append(time.perf_counter() - began)
paid = visit.pay(box, reading_room, clock.now(), watcher=watch)
print(json.dumps({"fifty": (first or [0])[0], "seconds": time.perf_counter() - began, "new": paid.new,
                  "in_step": all(folder.is_in_step for folder in paid.followed), "trouble": box.trouble}))
"""


def measure(wishes: argparse.Namespace) -> list[Row]:
    if dovecot.PROGRAM is None:
        print("skipped: the figures of syncing (no server is installed; Debian's package is dovecot-imapd)")
        return []
    with tempfile.TemporaryDirectory(prefix="kashuv-sync-") as folder, dovecot.serving() as server:
        env = empty_house(folder)
        words = ["-m", "kashuv", "init", "--workspace", "Bench", "--email", LOGIN, "--name", "Noa"]
        _python(words, env)
        _fill(server, Path(folder) / "archive.mbox", wishes.messages)
        _python(["-c", OPEN, str(server.port), LOGIN, dovecot.PASSWORD], env)
        first, again = _visit(env), _visit(env)
        server.recount(LOGIN)
        anew = _visit(env)
    apart = wishes.messages - first["new"]
    lost, doubled = max(apart, 0), max(-apart, 0) + again["new"] + anew["new"]
    proven = all(one["in_step"] for one in (first, again, anew))
    return [
        Row(f"first fifty talks of {wishes.messages:,}", first["fifty"], "seconds", "≤ 30"),
        Row("  all of it", wishes.messages / first["seconds"], "a second"),
        Row("  nothing new", again["seconds"] * 1000, "ms"),
        Row("  counted anew by the server", wishes.messages / anew["seconds"], "a second"),
        Row("  lost / doubled", lost + doubled, "letters", "0", "in step" if proven else "NOT in step"),
    ]


def _fill(server: dovecot.Dovecot, archive: Path, count: int) -> None:
    write_mbox(archive, count)
    raws = [bytes(letter).replace(b"\n", b"\r\n") for letter in mailbox.mbox(archive)]
    with server.enter(LOGIN) as imap:
        for start in range(0, count, PORTION):
            imap.multiappend("INBOX", raws[start : start + PORTION])


def _visit(env: dict[str, str]) -> dict[str, float]:
    told: dict[str, float] = json.loads(_python(["-c", VISIT], env))
    if told["trouble"]:
        raise RuntimeError(told["trouble"])
    return told


def _python(words: list[str], env: dict[str, str]) -> str:
    done = subprocess.run([sys.executable, *words], env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{words[:3]} ended with {done.returncode}: {done.stderr[-500:]}")
    return done.stdout
