"""`kashuv today`: to read and as JSON, in a house of its own."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

FILL = """
from datetime import UTC, datetime
from kashuv.cli.house import stand
stand()
from kashuv.rooms.promises import ledger
from kashuv.rooms.team.models import Member
from tests import cast
noa = Member.objects.get()
client = cast.client(noa.workspace, "מרכז גל", noa)
cast.person(client, "יואב גל", "yoav@gal.example")
due = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
ledger.note(client, "לשלוח את המפרט", side="ours", due_at=due, by=noa, at=due)
"""

IN_ENGLISH = """
from kashuv.cli.house import stand
stand()
from kashuv.rooms.team.models import Member
Member.objects.update(language="en")
"""


@pytest.fixture
def filled(founded):
    subprocess.run([sys.executable, "-c", FILL], env=founded.env(), check=True, timeout=60)
    return founded


def test_as_json_with_the_keys_of_the_contract(filled):
    done = filled.kashuv("today", "--on", "2026-11-24", "--json", "--member", "noa@rosen.example")
    assert done.returncode == 0, done.stderr
    plan = json.loads(done.stdout)
    assert set(plan) == {"date", "member", "items", "expected", "kept_yesterday", "quiet_good_clients"}
    assert (plan["date"], plan["member"]) == ("2026-11-24", "noa@rosen.example")
    (item,) = plan["items"]
    assert (item["kind"], item["rank"]) == ("promise_late", 1)
    assert item["why"][0]["quote"] == "לשלוח את המפרט"
    assert item["next"]["draft"].endswith("noa")


def test_as_lines_to_read(filled):
    done = filled.kashuv("today", "--on", "2026-11-24")
    assert done.stdout.splitlines()[:4] == [
        "היום: יום שלישי, 24 בנובמבר 2026",
        "",
        "1. מרכז גל (יואב גל) · הבטחה באיחור",
        "   הבטחה שלנו באיחור של יומיים. המועד היה 22 בנובמבר.",
    ]
    subprocess.run([sys.executable, "-c", IN_ENGLISH], env=filled.env(), check=True, timeout=60)
    english = filled.kashuv(
        "today", "--on", "2026-11-24"
    )  # what its only member reads, and not the firm's own
    assert "Our promise is 2 days late. It was due 22 November." in english.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--member", "nobody@rosen.example"), "its members are noa@rosen.example"),
        (("--on", "someday"), "'someday' is no date"),
        (("--on", "9999-12-31"), "choose a day from 1990 to 2100"),
        (("--workspace", "elsewhere"), "workspace"),
    ],
)
def test_nonsense_is_refused_in_one_sentence(founded, words, said):
    done = founded.kashuv("today", *words)
    assert done.returncode == 1
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_wrong_usage_is_two(founded):
    assert founded.kashuv("today", "--when", "now").returncode == 2


MANY = (
    FILL.rpartition("client = cast.client")[0]
    + """
for n in range(9):
    due = datetime(2026, 11, 22, 10, n, tzinfo=UTC)
    client = cast.client(noa.workspace, f"Client {n}", noa)
    ledger.note(client, "send it", side="ours", due_at=due, by=noa, at=due)
"""
)


def test_seven_at_once_and_the_rest_when_asked(founded):
    subprocess.run([sys.executable, "-c", MANY], env=founded.env(), check=True, timeout=60)
    shown = founded.kashuv("today", "--on", "2026-11-24", "--lang", "en").stdout
    assert "7. Client" in shown and "8. Client" not in shown
    assert "and 2 more that can wait (--all)" in shown
    assert "9. Client" in founded.kashuv("today", "--on", "2026-11-24", "--lang", "en", "--all").stdout
