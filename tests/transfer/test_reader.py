"""The reading room: whatever a letter does to its reader, it is refused alone and the others are read."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.language.mime import open_letter
from kashuv.transfer.arriving.pieces import Piece
from kashuv.transfer.arriving.reader import limits, room, wire
from kashuv.transfer.arriving.reader.work import SLOW, Desk
from tests.transfer.archives import NOA, YOAV, letter

NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
DESK = Desk(frozenset({NOA[1]}), "Asia/Jerusalem", NOW)


def mail(raw: bytes) -> Piece:
    return Piece("inbox", len(raw), 1, "mail", raw)


@pytest.fixture
def reader() -> Iterator[room.Room]:
    with room.Room(me=[NOA[1]], zone="Asia/Jerusalem", now=NOW) as opened:
        yield opened


@pytest.fixture
def ill(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "PROGRAM", (str(Path(__file__).with_name("bad_child.py")),))
    monkeypatch.setattr(room, "PATIENCE", 1.0)


def read(reader: room.Room, *raws: bytes) -> list[dict[str, Any]]:
    reader.send([mail(raw) for raw in raws])
    return reader.receive()


def test_a_letter_comes_back_as_it_was_opened_here(reader: room.Room) -> None:
    raw = letter(words="אשלח את ההצעה עד יום שלישי. Can you confirm?", from_=NOA, to=YOAV)
    (told,) = read(reader, raw)
    here = DESK.answer("mail", raw, {})
    assert wire.letter(told["letter"]) == here["letter"]
    assert wire.reading(told["reading"]) == here["reading"]
    assert here["letter"] == open_letter(raw) and here["reading"].asks


def test_attachments_travel_by_name_and_size(reader: room.Room) -> None:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["Subject"] = "yoav@gal.example", "Plan"
    message.set_content("Here it is.")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="תוכנית.pdf")
    (told,) = read(reader, message.as_bytes())
    assert wire.letter(told["letter"]).attachments == open_letter(message.as_bytes()).attachments


def test_what_a_machine_wrote_is_not_searched_for_promises() -> None:
    words = "We will send you the offer by Tuesday. Can you confirm?"
    told = [
        DESK.answer("mail", letter(words=words, **more), {})
        for more in ({}, {"List_Unsubscribe": "<https://x.example>"})
    ]
    by_hand, by_machine = (answer["reading"] for answer in told)
    assert by_hand.promises and by_hand.asks
    assert not by_machine.promises and not by_machine.asks and by_machine.own == by_hand.own


def test_one_bundle_is_read_while_the_last_is_worked_on(reader: room.Room) -> None:
    reader.send([mail(letter(1)), mail(letter(2))])
    first = reader.receive()
    reader.send([mail(letter(3))])
    assert [len(first), len(reader.receive())] == [2, 1]


@pytest.mark.usefixtures("ill")
@pytest.mark.parametrize(("word", "reason"), [("DIE", room.DIED), ("HANG", room.HUNG)])
def test_what_stops_the_child_stops_nothing_else(reader: room.Room, word: str, reason: str) -> None:
    answers = read(reader, letter(1), letter(2, words=word), letter(3))
    assert [answer.get("refused", "") for answer in answers] == ["", reason, ""]
    assert "letter" in read(reader, letter(4))[0]


def test_a_letter_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "_letter", lambda *_: time.sleep(5))
    bound = limits.bound_time
    monkeypatch.setattr(limits, "bound_time", lambda: bound(0.05))
    assert DESK.answer("mail", letter(), {}) == {"refused": SLOW}


def test_memory_is_bound(reader: room.Room) -> None:
    script = (
        "from kashuv.transfer.arriving.reader import limits; limits.bound_memory()\n"
        "try: bytearray(limits.MEMORY)\nexcept MemoryError: print('bound')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=30)
    assert done.stdout.strip() == "bound"


def test_the_child_knows_no_django() -> None:
    script = (
        "import sys, kashuv.transfer.arriving.reader.__main__\n"
        "import kashuv.transfer.arriving.contacts.cards, kashuv.transfer.arriving.calendar.events\n"
        "print([name for name in sys.modules if name.startswith('django')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=30)
    assert done.stdout.strip() == "[]", done.stderr


@given(st.binary(max_size=2000))
def test_any_bytes_get_an_answer_that_travels(raw: bytes) -> None:
    answer = DESK.answer("mail", raw, {})
    line = wire.packed(answer)
    assert line.count(b"\n") == 1 and b"\\u0000" not in line


def test_what_no_database_takes_is_replaced_one_for_one() -> None:
    import json

    told = json.loads(wire.packed({"text": "a\0b\ud800c\\u0000"}))
    assert told == {"text": "a?b?c\\u0000"}


def test_a_child_that_never_lives_is_said(monkeypatch: pytest.MonkeyPatch, reader: room.Room) -> None:
    monkeypatch.setattr(room, "PROGRAM", ("-c", "raise SystemExit(1)"))
    with pytest.raises(room.Unstarted):
        reader.send([mail(letter(1))])
