"""`kashuv read`: a line in, a line out; a bad line is answered and the rest goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64encode
from typing import Any

ASK = {"reference": "2026-03-03T09:00:00+02:00", "tz": "Asia/Jerusalem"}


def ask(*lines: str | dict[str, Any]) -> list[dict[str, Any]]:
    said = "\n".join(
        line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines
    )
    command = [sys.executable, "-m", "kashuv.cli.read"]
    done = subprocess.run(command, input=said.encode(), capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_deadline_to_come_is_open_from_the_moment_of_writing() -> None:
    coming, past = ask(
        {"id": 1, "task": "dates", "text": "please send it by Thursday", **ASK},
        {"id": 2, "task": "dates", "text": "it was done before 2019", **ASK},
    )
    assert coming["dates"][0]["start"] == ASK["reference"]
    assert coming["dates"][0]["end"] == "2026-03-06T00:00:00+02:00"
    assert past["dates"][0]["start"] is None


def test_every_task_answers_in_its_own_shape() -> None:
    raw = b64encode("From: Gal <g@x.example>\nSubject: דוח\n\nשלום".encode()).decode()
    dates, reply, acts, label, flags, mime, guard, everything = ask(
        {"id": 1, "task": "dates", "text": "ניפגש ביום חמישי בשעה 10:00", **ASK},
        {"id": 2, "task": "reply_strip", "text": "כן\n\n> מתאים?"},
        {"id": 3, "task": "speech_acts", "text": "Could you send me the plan?"},
        {"id": 4, "task": "label", "set": "tone_en", "text": "Thank you so much!"},
        {"id": 5, "task": "flags", "text": "איזה יופי"},
        {"id": 6, "task": "mime", "raw_b64": raw},
        {"id": 7, "task": "guard", "text": "I will send it.", "at": "2026-03-03T10:00:00+02:00"},
        {"id": 8, "task": "all", "text": "נא לשלוח עד מחר", **ASK},
    )
    assert dates["dates"][0]["start"] == "2026-03-05T10:00:00+02:00"
    assert dates["dates"][0]["span"][1] == len("ניפגש ביום חמישי בשעה 10:00")
    assert reply == {"id": 2, "reply": "כן"}
    assert set(acts["acts"]) == {"request", "commitment", "question", "meeting_intent"}
    assert label["label"] in ("angry", "upset", "satisfied", "thankful", "indifferent")
    assert all(isinstance(flag, bool) for flag in flags["flags"].values())
    assert (mime["subject"], mime["from"], mime["text"], mime["date"]) == (
        "דוח",
        ["g@x.example"],
        "שלום",
        None,
    )
    assert guard["concerns"][0]["kind"] == "promise_without_date"
    assert everything["reading"]["own"] == "נא לשלוח עד מחר"


def test_a_bad_line_does_not_stop_the_rest() -> None:
    broken, listed, unknown, empty, good = ask(
        "{not json",
        "[1]",
        {"id": "u", "task": "sing"},
        {"id": "e", "task": "dates"},
        {"id": "g", "task": "reply_strip", "text": "still here"},
    )
    assert all("error" in line for line in (broken, listed, unknown, empty))
    assert (broken["id"], unknown["id"], empty["error"]) == (None, "u", "'text' is missing")
    assert good["reply"] == "still here"


def test_the_core_is_read_without_django() -> None:
    program = "import sys, kashuv.cli.read, kashuv.language; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
