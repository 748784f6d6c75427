"""Who of all these correspondents is us: told, known from the members, or guessed from the envelopes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from kashuv.transfer.arriving.gathering import letters_below
from kashuv.transfer.arriving.mail import mbox
from kashuv.transfer.arriving.pieces import Source

SAMPLE = 1500  # letters of each source are enough to know a face by
HEAD = 16 * 1024
_FIELD = re.compile(
    rb"^(from|to|delivered-to|x-original-to|cc):[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(rb"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9.-]{1,255}")
_SENT = re.compile(r"sent|נשלח|דואר יוצא", re.IGNORECASE)
_DELIVERED, _RECEIVED = (
    4,
    2,
)  # the letterbox itself says whose it is; a letter, whom it is for; anybody may write

_ENOUGH = 3 * _RECEIVED  # three letters


def guessed(sources: Iterable[Source], known: Sequence[str]) -> str:
    """The address that is most likely ours; "" if one of the known ones occurs already, or there is no telling."""
    votes: Counter[str] = Counter()
    seen: set[str] = set()
    for source in sources:
        for head in islice(_heads(source), SAMPLE):
            _vote(head, bool(_SENT.search(source.name)), votes, seen)
    if seen & {address.lower() for address in known}:
        return ""
    best = votes.most_common(2)
    clear = best and best[0][1] >= _ENOUGH and (len(best) == 1 or best[0][1] > best[1][1])
    return best[0][0] if clear else ""


def _vote(head: bytes, sent: bool, votes: Counter[str], seen: set[str]) -> None:
    """A sent folder speaks for its senders, any other for those whom its letters reach."""
    told: dict[str, set[str]] = {}
    for name, value in _FIELD.findall(head):
        addresses = {address.decode("ascii").lower() for address in _ADDRESS.findall(value)}
        told.setdefault(name.decode().lower(), set()).update(addresses)
        seen |= addresses
    senders = told.get("from", set())
    receivers = told.get("to", set()) | told.get("cc", set())
    for address in senders if sent else receivers:
        votes[address] += _RECEIVED
    if not sent:
        votes.update(senders)
    for address in told.get("delivered-to", set()) | told.get("x-original-to", set()):
        votes[address] += _DELIVERED


def _heads(source: Source) -> Iterator[bytes]:
    if source.kind == "mbox":
        with source.file.open("rb") as file:
            for piece in mbox.cut(file, source.name):
                yield _head(piece.raw)
    elif source.kind == "letters":
        files = (
            (source.file / path for path in letters_below(source.file))
            if source.file.is_dir()
            else [source.file]
        )
        for letter in files:
            yield _head(_beginning(letter))


def _head(raw: bytes) -> bytes:
    return re.split(rb"\r?\n\r?\n", raw[:HEAD], maxsplit=1)[0]


def _beginning(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(HEAD)
    except OSError:
        return b""
