"""Never twice without asking, never silently lost: N letters under each of nine faults; 0 doubles, 0 losses.

KASHUV_NIGHTLY=1 makes N two thousand; the figures are printed with `-rP` or `-s`.
"""

from __future__ import annotations

import json
import os
import random
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from unittest import mock

import pytest

from kashuv.rooms.post import filing
from kashuv.rooms.post.channels.entering import safety
from kashuv.rooms.post.models import Dispatch
from tests.certificates import own_certificate
from tests.flows import faults
from tests.flows.outgoing import mailbox
from tests.smtp import FAULTS, Post, listening

N = 2000 if os.environ.get("KASHUV_NIGHTLY") == "1" else 20
SEED = 19
SECURITY = {"tls": "starttls"}
CERTAIN = {"refused", "tls", "later_at_mail", "later_at_rcpt", "later_at_data"}


@pytest.fixture
def trusted(tmp_path, settings) -> Iterator[ssl.SSLContext]:
    """A server that is trusted here."""
    context, settings.MAIL_CA = own_certificate(tmp_path)
    safety.cache_clear()
    yield context
    safety.cache_clear()


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault != "kill"])
def test_no_letter_is_lost_or_doubled_under(fault, noa, capsys, trusted):
    chance, began = random.Random(SEED), time.monotonic()
    with listening(Post(plan=faults.plan(fault, chance), context=trusted, offers_tls=fault == "tls")) as post:
        box = mailbox(noa, post.port, SECURITY.get(fault, "none"))
        faults.put(noa, box, N)
        faults.suffer(fault, box, post, random.Random(SEED))
        told = faults.account(noa.workspace_id, post.marks())
    _say(capsys, fault, told, time.monotonic() - began)
    assert (told.losses, told.doubles, told.invisible) == ([], [], [])
    assert told.states.total() == N and "waiting" not in told.states
    assert told.states["sent"]
    assert ("unknown" in told.states) == (fault not in CERTAIN)


def test_a_provider_that_files_what_it_took_ends_every_doubt(noa):
    with listening(Post(plan=faults.plan("drop_after_dot", random.Random(SEED)))) as post:
        box = mailbox(noa, post.port)
        faults.put(noa, box, 20)
        with mock.patch.object(filing, "find", lambda dispatch, at: dispatch.message_id in post.marks()):
            faults.suffer("drop_after_dot", box, post, random.Random(SEED))
        told = faults.account(noa.workspace_id, post.marks())
    unknown = Dispatch.objects.within(noa.workspace_id).filter(state="unknown")
    assert (told.losses, told.doubles, told.invisible) == ([], [], [])
    assert not set(unknown.values_list("message_id", flat=True)) & set(post.marks())


def test_no_letter_is_lost_or_doubled_when_workers_are_killed(tmp_path, capsys):
    chance, began = random.Random(SEED), time.monotonic()
    with listening(Post(pace=lambda: chance.uniform(0, 0.006))) as post:
        env = {**os.environ, "KASHUV_DATA": str(tmp_path / "data"), "DATABASE_URL": ""}
        env.pop("DJANGO_SETTINGS_MODULE", None)
        command = [sys.executable, "-m", "tests.flows.killing", str(post.port), str(N), str(SEED)]
        ran = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr[-2000:]
        said = json.loads(ran.stdout.splitlines()[-1])
        time.sleep(0.2)
        told = faults.reckon([tuple(row) for row in said["rows"]], post.marks())
    _say(capsys, f"kill ({said['kills']} kills)", told, time.monotonic() - began)
    assert (told.losses, told.doubles, told.invisible) == ([], [], [])
    assert told.states.total() == N and set(told.states) <= {"sent", "unknown"}
    sent = sorted(mark for mark, state, _ in said["rows"] if state == "sent")
    assert sorted(said["entries"]) == sent


def _say(capsys, fault, told, seconds):
    with capsys.disabled():
        if N > 20:
            print(
                f"\n{fault}: {dict(told.states)}, {len(told.losses)} lost, {len(told.doubles)} doubled, {seconds:.0f} s"
            )
