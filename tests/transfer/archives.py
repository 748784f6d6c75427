"""Made-up archives for the tests of arriving: a firm's letters, and the files that programs write around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from pathlib import Path

NOA = ("Noa", "noa@rosen-levy.example")
YOAV = ("יואב גל", "yoav@gal.example")
FIRST = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
ENVELOPE = b"From %s Mon Nov  2 08:00:00 2026\n"


def letter(
    number: int = 1,
    words: str = "Could you send me the plan?",
    *,
    from_: tuple[str, str] = YOAV,
    to: tuple[str, str] = NOA,
    subject: str = "The plan",
    answers: int = 0,
    **headers: str,
) -> bytes:
    """One letter; `answers` is the number of an earlier one."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = formataddr(from_), formataddr(to), subject
    message["Date"] = format_datetime(FIRST + timedelta(hours=6 * number))
    message["Message-ID"] = f"<{number}@letters.example>"
    if answers:
        message["In-Reply-To"] = f"<{answers}@letters.example>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(words)
    return message.as_bytes()


def exchange(count: int) -> Iterator[bytes]:
    """So many letters to and fro, each an answer to the one before."""
    for number in range(1, count + 1):
        sides = {} if number % 2 else {"from_": NOA, "to": YOAV}
        words = f"Letter {number}. I will send you the offer by Tuesday. Could you confirm that?"
        yield letter(number, words, answers=number - 1, **sides)


def mbox(letters: Iterable[bytes]) -> bytes:
    """The letters as mboxrd keeps them."""
    return b"".join(ENVELOPE % b"a@b.example" + quoted(one) + b"\n" for one in letters)


def quoted(one: bytes) -> bytes:
    """A letter whose lines can't be taken for envelopes."""
    lines = [b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in one.split(b"\n")]
    return b"\n".join(lines) + (b"" if one.endswith(b"\n") else b"\n")


def maildir(root: Path, letters: Iterable[bytes], folder: str = "", marks: str = ":2,S") -> Path:
    """The letters as a maildir keeps them, in one of its folders."""
    home = root / folder if folder else root
    for name in ("cur", "new", "tmp"):
        (home / name).mkdir(parents=True, exist_ok=True)
    for number, one in enumerate(letters):
        (home / "cur" / f"{1700000000 + number}.{folder or 'in'}.host{marks}").write_bytes(one)
    return root
