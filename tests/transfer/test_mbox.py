"""An mbox is cut where a letter begins and nowhere else, in every dialect and however it is read."""

from __future__ import annotations

import io
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.transfer.arriving.mail import mbox
from kashuv.transfer.arriving.pieces import MOST_BYTES
from tests.transfer.archives import ENVELOPE, exchange, letter, quoted
from tests.transfer.archives import mbox as joined


def raws(data: bytes, start: int = 0) -> list[bytes]:
    return [piece.raw for piece in mbox.cut(io.BytesIO(data), "inbox", start)]


LINES = st.sampled_from(
    [
        b"From here on it is easy",
        b"From 10:30 to 11:00 we talk",
        b">From me",
        b">>From us",
        b"",
        b"hello",
        ENVELOPE.strip() % b"x@y.example",
    ]
)
BODIES = st.lists(LINES, max_size=12).map(b"\n".join)


@given(st.lists(BODIES, min_size=1, max_size=6))
def test_what_was_put_into_an_mbox_comes_out(bodies: list[bytes]) -> None:
    letters = [b"Subject: %d\n\n%b\n" % (number, body) for number, body in enumerate(bodies)]
    assert raws(joined(letters)) == letters


@given(st.lists(BODIES, min_size=2, max_size=5), st.integers(1, 40))
def test_where_a_chunk_ends_makes_no_difference(bodies: list[bytes], chunk: int) -> None:
    data = joined(b"Subject: x\n\n%b\n" % body for body in bodies)
    whole = raws(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mbox, "CHUNK", chunk)
        assert raws(data) == whole


@given(st.binary(max_size=3000))
def test_no_bytes_are_too_strange(data: bytes) -> None:
    pieces = list(mbox.cut(io.BytesIO(data), "inbox"))
    assert sum(piece.weight for piece in pieces) <= len(data)
    assert not pieces or pieces[-1].after == len(data)


def test_one_goes_on_after_any_letter() -> None:
    data = joined(exchange(5))
    pieces = list(mbox.cut(io.BytesIO(data), "inbox"))
    for number, piece in enumerate(pieces, 1):
        assert raws(data, int(piece.after)) == [later.raw for later in pieces[number:]]


def test_words_that_only_look_like_an_envelope_cut_nothing() -> None:
    body = "Hello\n\nFrom Monday 10:00 I am in\nFrom: the team\n\nFrom a@b.example\nYours"
    assert raws(ENVELOPE % b"a@b.example" + letter(words=body)) == [letter(words=body)]


@pytest.mark.parametrize(
    "envelope",
    [
        b"From 1622@xxx Thu Jan 01 00:00:00 +0000 2015\n",
        b"From - Tue Nov 24 08:30:00 2026\n",
        b"From yoav at gal.example  Thu Jan  1 12:00:00 2015\n",
        b"From yoav@gal.example Thu Jan  1 12:00:00 IST 2015\n",
        b"From yoav@gal.example Thu, 1 Jan 2015 12:00:00 +0200\n",
        b"From yoav@gal.example 2015-01-01T12:00:00Z\n",
        b"From yoav@gal.example Sat Jan  3 01:05:34 1996 remote from gal\n",
        b"From yoav@gal.example\n",
    ],
)
def test_envelopes_of_every_maker(envelope: bytes) -> None:
    data = b"".join(envelope + one + b"\n" for one in exchange(3))
    assert mbox.is_mbox(data)
    assert raws(data) == list(exchange(3))


def test_line_ends_of_two_bytes() -> None:
    letters = [one.replace(b"\n", b"\r\n") for one in exchange(3)]
    data = b"".join(ENVELOPE.replace(b"\n", b"\r\n") % b"a@b.example" + one + b"\r\n" for one in letters)
    assert raws(data) == letters


def test_a_told_length_leads_over_envelopes_in_the_body() -> None:
    body = ENVELOPE % b"x@y.example" + b"Subject: a letter inside a letter\n\nwords\n"
    one = b"Subject: forwarded\nContent-Length: %d\n\n%b" % (len(body), body)
    data = (ENVELOPE % b"a@b.example" + one + b"\n") * 2
    assert raws(data) == [one, one]


def test_a_told_length_that_is_false_is_not_believed() -> None:
    letters = [b"Subject: x\nContent-Length: 7\n\nmuch longer than seven\n", b"Subject: y\n\nwords\n"]
    assert raws(joined(letters)) == letters


def test_a_letter_beyond_measure_is_refused_and_never_held() -> None:
    class Endless(io.RawIOBase):
        """60 MB of one letter, then another."""

        def __init__(self) -> None:
            tail = b"\n" + ENVELOPE % b"a@b.example" + b"Subject: the next\n\nwords\n"
            self.parts = [
                ENVELOPE % b"a@b.example" + b"Subject: big\n\n",
                *[b"x" * 999_999 + b"\n"] * 60,
                tail,
            ]

        def seek(self, *_: int) -> int:
            return 0

        def read(self, _: int = -1) -> bytes:
            return self.parts.pop(0) if self.parts else b""

    tracemalloc.start()
    pieces = list(mbox.cut(Endless(), "inbox"))  # type: ignore[arg-type]  # all that is asked of a file
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [bool(piece.refused) for piece in pieces] == [True, False]
    assert pieces[1].raw == b"Subject: the next\n\nwords\n"
    assert most < 2.6 * MOST_BYTES


def test_quoting_is_taken_off_once() -> None:
    assert raws(ENVELOPE % b"a@b" + b"Subject: x\n\n>From me\n>>From you\n") == [
        b"Subject: x\n\nFrom me\n>From you\n"
    ]
    assert quoted(b"From me\n") == b">From me\n"
