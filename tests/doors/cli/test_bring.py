"""`kashuv bring`: everything once, however often and however rudely interrupted; nothing dropped in silence."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.doors.cli.house import House
from tests.transfer import archives

COUNTS = (
    "messages",
    "new",
    "duplicates",
    "rejected",
    "entries",
    "people",
    "clients",
    "promises",
    "attachments",
)
DUMP = """
import json
from kashuv.cli.house import stand
stand()
from kashuv.foundation.search.lines import SaidLine
from kashuv.rooms.conversations.models import Attachment, Entry, Finding
from kashuv.rooms.clients.models import Address, Client
from kashuv.rooms.post.models import Letter, Parcel
from kashuv.rooms.promises.models import Promise
rows = {
    "letters": list(Letter.objects.values_list("message_id", "nature")),
    "parcels": [digest.hex() for digest in Parcel.objects.values_list("digest", flat=True)],
    "entries": list(Entry.objects.values_list("identity", "direction", "text", "client__name", "person__name")),
    "findings": list(Finding.objects.values_list("entry__identity", "kind", "words")),
    "promises": list(Promise.objects.values_list("entry__identity", "side", "words")),
    "clients": list(Client.objects.values_list("name", "standing")),
    "addresses": list(Address.objects.values_list("normal", "person__name")),
    "files": Attachment.objects.count(),
    "lines": list(SaidLine.objects.values_list("kind", "text")),
}
print(json.dumps({name: sorted(map(str, some)) if isinstance(some, list) else some for name, some in rows.items()}))
"""


def bring(house: House, *words: object) -> dict[str, Any]:
    done = house.kashuv("bring", *map(str, words), "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def dump(house: House) -> dict[str, Any]:
    env = house.env(PYTHONPATH=str(Path(__file__).parents[3]))
    told = subprocess.run(
        [sys.executable, "-c", DUMP], env=env, capture_output=True, text=True, timeout=60, check=True
    )
    return json.loads(told.stdout)


def adds_up(told: dict[str, Any]) -> bool:
    return told["messages"] == told["new"] + told["duplicates"] + told["rejected"]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    file = tmp_path / "inbox.mbox"
    file.write_bytes(archives.mbox(archives.exchange(30)))
    return file


def test_everything_comes_in_once(founded: House, archive: Path) -> None:
    first = bring(founded, archive, "--me", archives.NOA[1])
    assert (first["messages"], first["new"], first["entries"], first["people"]) == (30, 30, 30, 1)
    assert first["promises"] > 0 and first["clients"] == 1
    whole = dump(founded)
    again = bring(founded, archive)
    assert (again["new"], again["duplicates"], again["entries"]) == (0, 30, 0)
    assert adds_up(first) and adds_up(again)
    assert dump(founded) == whole


def test_a_kill_in_the_midst_and_a_second_run_are_one_run(tmp_path: Path, founded: House) -> None:
    file = tmp_path / "long.mbox"
    file.write_bytes(archives.mbox(archives.exchange(900)))
    words = ("bring", str(file), "--me", archives.NOA[1], "--json")
    kill_after_a_batch(founded, words)
    assert 0 < letters_in(founded) < 900
    told = json.loads(founded.kashuv(*words).stdout)
    assert (told["messages"], told["new"], told["duplicates"]) == (900, 900, 0)

    other = House(tmp_path / "other")
    made = ("init", "--workspace", "רוזן ולוי", "--email", "noa@rosen.example")
    other.kashuv(*made, KASHUV_PASSWORD="a long enough word")
    whole = json.loads(other.kashuv(*words).stdout)
    assert {name: told[name] for name in COUNTS} == {name: whole[name] for name in COUNTS}
    assert dump(founded) == dump(other)


def kill_after_a_batch(house: House, words: tuple[str, ...]) -> None:
    running = house.start(*words)
    deadline = time.monotonic() + 60
    while letters_in(house) == 0:
        assert running.poll() is None and time.monotonic() < deadline
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.wait()


def letters_in(house: House) -> int:
    with sqlite3.connect(f"file:{house.data}/kashuv.sqlite3?mode=ro", uri=True) as base:
        return int(base.execute("SELECT count(*) FROM kashuv_letter").fetchone()[0])


def test_what_is_not_taken_is_told_with_its_reason(founded: House, tmp_path: Path) -> None:
    folder = archives.maildir(tmp_path / "Mail", archives.exchange(3))
    archives.maildir(folder, [archives.letter(50)], ".Drafts", marks=":2,DS")
    (folder / "notes.bin").write_bytes(bytes(range(256)) * 9)
    told = bring(founded, folder, "--me", archives.NOA[1])
    assert (told["messages"], told["new"], told["rejected"]) == (5, 3, 2)
    assert {reject["source"].split("/")[-1][:5] for reject in told["rejects"]} == {"notes", "17000"}
    assert all(reject["reason"].endswith(".") for reject in told["rejects"])


def test_hostile_letters_are_refused_and_the_rest_goes_on(founded: House, tmp_path: Path) -> None:
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
    wide = b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 5000 + b"--b--\n"
    head = b"From: <a@b.example>\nSubject: x\nMIME-Version: 1.0\n"
    file = tmp_path / "hostile.mbox"
    file.write_bytes(archives.mbox([head + deep, archives.letter(1), head + wide, archives.letter(2)]))
    told = bring(founded, file, "--me", archives.NOA[1])
    assert (told["new"], told["rejected"]) == (2, 2) and adds_up(told)


def test_an_import_is_taken_back_and_brought_again(founded: House, archive: Path) -> None:
    first = bring(founded, archive, "--me", archives.NOA[1])
    whole = dump(founded)
    undone = founded.kashuv("bring", "--undo", first["id"], "--json")
    assert undone.returncode == 0 and json.loads(undone.stdout)["stays"] == {}
    empty = dump(founded)
    assert not empty["letters"] and not empty["entries"] and not empty["clients"] and not empty["lines"]
    again = bring(founded, archive)
    assert again["new"] == 30
    assert dump(founded) == whole


def test_who_we_are_is_guessed_and_said(founded: House, tmp_path: Path) -> None:
    file = tmp_path / "inbox.mbox"
    file.write_bytes(
        archives.mbox(archives.letter(number, Delivered_To=archives.NOA[1]) for number in range(1, 6))
    )
    done = founded.kashuv("bring", str(file))
    assert done.returncode == 0 and archives.NOA[1] in done.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no file or folder"),
        (b"", "empty"),
        (b"\x00\x01\x02" * 50, "no mail"),
        (b"one line of words\n", "no mail"),
    ],
)
def test_what_can_not_be_brought_is_said_in_a_sentence(
    founded: House, tmp_path: Path, content: bytes | None, said: str
) -> None:
    file = tmp_path / "thing"
    if content is not None:
        file.write_bytes(content)
    done = founded.kashuv("bring", str(file))
    assert done.returncode == 1 and said in done.stderr.replace("This is no", "no")
    assert len(done.stderr.strip().splitlines()) == 1 and done.stdout == ""


def test_wrong_usage_and_a_house_without_a_workspace(house: House, archive: Path) -> None:
    assert house.kashuv("bring").returncode == 2
    assert house.kashuv("bring", str(archive), "--undo", "x").returncode == 2
    done = house.kashuv("bring", str(archive))
    assert done.returncode == 1 and "kashuv init" in done.stderr


def test_a_path_that_is_not_there_keeps_nothing_else_outside(founded: House, archive: Path) -> None:
    gone = archive.with_name("gone.mbox")
    done = founded.kashuv("bring", str(gone), str(archive), "--me", archives.NOA[1], "--json")
    told = json.loads(done.stdout)
    assert (told["messages"], told["new"], told["rejected"]) == (30, 30, 0) and adds_up(told)
    (reject,) = told["rejects"]
    assert reject["source"] == str(gone) and "no file or folder" in reject["reason"]
    assert done.returncode == 1 and str(gone) in done.stderr


def test_nothing_is_taken_back_where_nothing_was_new(founded: House, archive: Path) -> None:
    words = ("bring", str(archive), "--me", archives.NOA[1])
    assert "--undo" in founded.kashuv(*words).stdout
    assert "--undo" not in founded.kashuv(*words).stdout
