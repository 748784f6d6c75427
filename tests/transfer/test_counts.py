"""Letters of odd shapes, counted twice: by us, and independently by the standard library alone."""

from __future__ import annotations

import email
from collections.abc import Iterator
from email.message import Message
from email.utils import getaddresses
from pathlib import Path

import pytest

from kashuv.rooms.conversations.models import Thread
from kashuv.transfer.arriving import carrying, shipping
from tests.transfer import archives
from tests.transfer.archives import NOA

OUTLOOK = (
    b'Content-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\neJ8+Ig==\n'
)
FORWARDED = (
    b"Content-Type: message/rfc822\n\nFrom: ada@else.example\nSubject: Hers\n\nFrom here it is hers.\n"
)
NAMED = b"Content-Type: application/pdf\nContent-Disposition: attachment;\n filename*0*=utf-8''%D7%93;\n filename*1*=%D7%97.pdf\n\nx\n"
WORDS = b"Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: base64\n\n+ezl7SDo5eE=\n"
PICTURE = b"Content-Type: image/gif\nContent-Disposition: inline\nContent-ID: <g>\n\nGIF\n"


def mixed(*parts: bytes, boundary: bytes = b"b") -> bytes:
    inner = b"".join(b"--" + boundary + b"\n" + part for part in parts)
    return (
        b'Content-Type: multipart/mixed; boundary="'
        + boundary
        + b'"\n\n'
        + inner
        + b"--"
        + boundary
        + b"--\n"
    )


def odd(number: int, body: bytes, subject: str = "", mark: str = "", more: bytes = b"") -> bytes:
    head = f"From: <p{number}@firm{number}.example>\nTo: {NOA[1]}\nSubject: {subject or number}\n"
    head += f"Date: Mon, 2 Mar 2026 08:{number:02}:00 +0200\n{mark and f'Message-ID: {mark}'}\n"
    return head.rstrip("\n").encode() + b"\n" + more + body


def shapes() -> list[list[bytes]]:
    """Thread by thread."""
    same = [odd(1, b"\nOne.\n", mark="<same@x>"), odd(1, b"\nAnother.\n", mark="<same@x>")]
    answers = b"In-Reply-To: your letter of Monday <late@x>\nReferences: <broken\n <late@x><other@x>\n"
    return [
        same,
        [
            odd(2, b"\nIt came first.\n", "Re: Late", "<re@x>", answers),
            odd(2, b"\nLate.\n", "Late", "<late@x>"),
        ],
        [odd(3, b"\nNo mark.\n", "Plan"), odd(3, b"\nNor here.\n", "השב: Plan")],
        [odd(4, b"\nPassed on.\n", "הועבר: Plan", "<fwd@x>")],
        [odd(5, mixed(WORDS, OUTLOOK, NAMED), mark="<files@x>")],
        [odd(6, mixed(mixed(WORDS, PICTURE, boundary=b"b-1"), FORWARDED), mark="<deep@x>")],
        [odd(7, b"\nFrom here on.\n>From there.\n", mark="<from@x>")],
        [odd(8, mixed(WORDS, NAMED).removesuffix(b"--b--\n"), mark="<cut@x>")],
    ]


def leaves(part: Message) -> Iterator[Message]:
    """The parts that hold something; a letter within a letter is one."""
    if part.is_multipart() and part.get_content_type() != "message/rfc822":
        for inner in part.get_payload():
            yield from leaves(inner)  # type: ignore[arg-type]
    else:
        yield part


@pytest.mark.parametrize("crlf", [False, True])
def test_our_counts_are_those_of_an_independent_count(
    noa, tmp_path: Path, now, monkeypatch, crlf: bool
) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(shipping, "shelf", lambda: tmp_path / "shelf")
    threads = shapes()
    raws = [raw.replace(b"\n", b"\r\n") if crlf else raw for thread in threads for raw in thread]
    read = [email.message_from_bytes(raw) for raw in raws]
    people = {address for one in read for _, address in getaddresses([one["From"]])}
    files = [leaf for one in read for leaf in leaves(one) if not leaf.get_content_type().startswith("text/")]

    (tmp_path / "odd.mbox").write_bytes(archives.mbox([*raws, raws[4], raws[7]]))
    shipment = shipping.prepare(noa.workspace, [tmp_path / "odd.mbox"], {}, noa, now)
    counts = carrying.carry(shipment, now).counts
    assert (counts["messages"], counts["new"], counts["duplicates"]) == (len(raws) + 2, len(raws), 2)
    assert (counts["people"], counts["attachments"]) == (len(people), len(files))
    assert Thread.objects.within(noa.workspace_id).count() == len(threads)

    eml = tmp_path / "letters"
    eml.mkdir()
    for number, raw in enumerate(raws):
        (eml / f"{number}.eml").write_bytes(raw)
    shipment = shipping.prepare(noa.workspace, [eml], {}, noa, now)
    assert carrying.carry(shipment, now).counts["duplicates"] == len(raws)
