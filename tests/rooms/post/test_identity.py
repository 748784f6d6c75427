"""When two deliveries are one letter, and when they are two."""

from __future__ import annotations

from kashuv.language.mime import open_letter
from kashuv.rooms.post.rules.identity import of_letter

HEAD = b"From: yoav@gal.example\nDate: Mon, 23 Nov 2026 09:00:00 +0200\nSubject: Plan\n"
MARKED = HEAD + b"Message-ID: <1@gal.example>\n"
TYPED = b'Content-Type: text/plain; charset="utf-8"\nMIME-Version: 1.0\n'


def name(raw: bytes) -> bytes:
    return of_letter(raw, open_letter(raw))


def test_servers_headers_and_line_ends_do_not_count() -> None:
    raw = MARKED + b"\nThe plan.\nFrom now on.\n"
    relayed = (b"Received: by mx; Mon, 23 Nov 2026 09:01:00 +0200\n" + raw).replace(b"\n", b"\r\n")
    assert name(raw) == name(relayed)


def test_a_relay_may_change_the_transfer_encoding() -> None:
    plain = MARKED + TYPED + b"Content-Transfer-Encoding: 8bit\n\n" + "שלום".encode() + b"\n"
    packed = MARKED + TYPED + b"Content-Transfer-Encoding: base64\n\n16nXnNeV150=\n"
    assert name(plain) == name(packed)


def test_other_words_under_the_same_mark_are_another_letter() -> None:
    assert name(MARKED + b"\nOne.\n") != name(MARKED + b"\nTwo.\n")


def test_without_a_mark_the_body_counts_but_not_a_mailboxes_quoting() -> None:
    raw = HEAD + b"\nHello.\nFrom now on.\n"
    in_mailbox = HEAD + b"\nHello.\n>From now on.\n\n"
    assert name(raw) == name(in_mailbox)
    assert name(raw) != name(HEAD + b"\nHello.\nFrom then on.\n")
    assert name(raw) != name(HEAD.replace(b"09:00", b"09:01") + b"\nHello.\nFrom now on.\n")


ENCLOSED = b"""Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

See below.
--b
Content-Type: message/rfc822

From: dana@gal.example
Subject: The first one

From here on it is hers.
--b
Content-Type: text/calendar; name=invite.ics

BEGIN:VCALENDAR
END:VCALENDAR
--b--
"""


def test_line_ends_do_not_count_in_what_is_enclosed_either() -> None:
    raw = MARKED + ENCLOSED
    assert (
        name(raw) == name(raw.replace(b"\n", b"\r\n")) == name(raw.replace(b"\nFrom here", b"\n>From here"))
    )
    assert name(raw) != name(raw.replace(b"it is hers", b"it is his"))


def test_line_ends_count_in_a_file_that_an_encoding_protects() -> None:
    parts = b"Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n"
    assert name(MARKED + parts + b"YQpi\n") != name(MARKED + parts + b"YQ0KYg==\n")


def test_however_deep_a_mailbox_quotes_the_letter_is_the_same() -> None:
    bodies = [b"\nHello.\n%sFrom now on.\n" % (b">" * depth) for depth in (0, 1, 2)]
    for head in (HEAD, MARKED):
        assert len({name(head + body) for body in bodies}) == 1
