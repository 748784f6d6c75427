"""Any bytes open as a letter: whole ones with everything in them, broken ones as far as they go, huge ones not at all."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.language.mime import OpenedLetter, TooMuch, open_letter, part

LETTER = b"""\
Return-Path: <rona@studio.example>
Received: from a by b; Mon, 2 Mar 2026 09:15:00 +0200
Message-ID: <one@studio.example>
In-Reply-To: <zero@office.example>
References: <first@office.example>
 <zero@office.example>
From: "Rona (Studio) Paz" <Rona@Studio.example>
To: Office <office@office.example>, "Levi, Dan" <dan@office.example>,
\tShira <shira@office.example>
Cc: accounts: a@office.example, b@office.example;
Reply-To: desk@studio.example
Date: Mon, 02 Mar 2026 09:14:07 +0200 (IST)
Subject: The new
 timetable
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outer"

for old readers
--outer
Content-Type: multipart/alternative; boundary="outer-in"

--outer-in
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Caf=C3=A9 at nine, as agree=
d.
--outer-in
Content-Type: text/html; charset=utf-8

<p>Caf&eacute; at nine</p>
--outer-in--
--outer
Content-Type: application/pdf; name="plan.pdf"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="plan.pdf"

aGVsbG8=
--outer--
after
"""


def test_a_whole_letter() -> None:
    opened = open_letter(LETTER)
    assert opened.message_id == "one@studio.example"
    assert opened.in_reply_to == "zero@office.example"
    assert opened.references == ("first@office.example", "zero@office.example")
    assert opened.subject == "The new timetable"
    assert opened.from_ == ("Rona (Studio) Paz", "rona@studio.example")
    assert [box.name for box in opened.to] == ["Office", "Levi, Dan", "Shira"]
    assert [box.address for box in opened.cc] == ["a@office.example", "b@office.example"]
    assert opened.reply_to[0].address == "desk@studio.example"
    assert opened.date == datetime(2026, 3, 2, 7, 14, 7, tzinfo=UTC)
    assert opened.text.strip() == "Café at nine, as agreed."
    assert "&eacute;" in opened.html
    assert (opened.kind, opened.defects) == ("person", ())


def test_an_attachment_can_be_fetched_by_its_path() -> None:
    (plan,) = open_letter(LETTER).attachments
    assert (plan.name, plan.media_type, plan.size) == ("plan.pdf", "application/pdf", 5)
    assert part(LETTER, plan.path) == b"hello"
    with pytest.raises(KeyError):
        part(LETTER, "7.7")


def test_line_ends_and_a_mailbox_line_change_nothing() -> None:
    whole = open_letter(LETTER)
    for raw in (
        LETTER.replace(b"\n", b"\r\n"),
        LETTER.replace(b"\n", b"\r"),
        b"From rona Mon Mar  2 2026\n" + LETTER,
        b"\n" + LETTER,
    ):
        opened = open_letter(raw)
        assert (opened.subject, opened.text.strip(), opened.date) == (
            whole.subject,
            whole.text.strip(),
            whole.date,
        )
        assert [found.digest for found in opened.attachments] == [found.digest for found in whole.attachments]


def test_html_alone_is_read_as_text() -> None:
    opened = open_letter(b"Content-Type: text/html\n\n<div>one</div><div>two</div>")
    assert opened.text == "one\ntwo"


def test_a_plain_footer_does_not_hide_the_html_above_it() -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>the news</p>\n"
        b"--x\nContent-Type: text/plain\n\nlist footer\n--x--\n"
    )
    assert open_letter(raw).text == "the news\n\nlist footer\n".rstrip("\n")


def test_lines_that_a_program_broke_are_joined() -> None:
    raw = b"Content-Type: text/plain; format=flowed\n\nWe meet \non Sunday.\n> as you \n> said\n-- \nRona\n"
    assert open_letter(raw).text == "We meet on Sunday.\n> as you said\n-- \nRona\n"


def test_what_came_without_a_name_gets_one() -> None:
    raw = b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nlook\n--x\nContent-Type: image/png\n\nbytes\n--x--\n"
    (picture,) = open_letter(raw).attachments
    assert (picture.name, picture.named, picture.names) == ("part-2.png", False, ())


def test_a_letter_within_a_letter_is_one_attachment() -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nlook\n--x\nContent-Type: message/rfc822\n\n"
        + LETTER
        + b"\n--x--\n"
    )
    opened = open_letter(raw)
    (inner,) = opened.attachments
    assert (inner.name, inner.inside) == ("The new timetable.eml", ("plan.pdf",))
    assert opened.text.strip() == "look"
    assert open_letter(part(raw, inner.path)).subject == "The new timetable"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tue, 3 Mar 26 08:00 EST", datetime(2026, 3, 3, 13, 0, tzinfo=UTC)),
        ("3 Mar 2026 08:00:10 -0000", datetime(2026, 3, 3, 8, 0, 10, tzinfo=UTC)),
        ("Tue Mar  3 08:00:00 2026", datetime(2026, 3, 3, 8, 0, tzinfo=UTC)),
        ("2026-03-03T08:00:00+02:00", datetime(2026, 3, 3, 6, 0, tzinfo=UTC)),
        ("Tue, 03 Mar 2026 08.00.61 GMT+0200", datetime(2026, 3, 3, 6, 0, 59, tzinfo=UTC)),
        ("31 Feb 2026 08:00:00 +0000", None),
        ("soon", None),
    ],
)
def test_dates_as_programs_write_them(line: str, expected: datetime | None) -> None:
    assert open_letter(f"Date: {line}\n\nx".encode()).date == expected


def test_without_a_date_the_moment_of_arrival_counts() -> None:
    opened = open_letter(b"Received: from a by b; Mon, 2 Mar 2026 09:15:00 +0200\nSubject: x\n\ny")
    assert opened.date == datetime(2026, 3, 2, 7, 15, tzinfo=UTC)
    assert opened.defects


def kind(*headers: str, sender: str = "rona@studio.example") -> tuple[str, bool]:
    opened = open_letter(
        "\n".join([f"From: {sender}", "Date: Mon, 2 Mar 2026 09:15:00 +0200", *headers, "", "x"]).encode()
    )
    assert bool(opened.because) == opened.is_automatic
    return opened.kind, opened.is_automatic


def test_machines_are_told_from_people() -> None:
    assert kind("Subject: hello") == ("person", False)
    assert kind("Auto-Submitted: no") == ("person", False)
    assert kind("List-Unsubscribe: <https://x.example/out>") == ("newsletter", True)
    assert kind("Precedence: bulk") == ("newsletter", True)
    assert kind("Auto-Submitted: auto-replied", "List-Id: <x>") == ("automatic", True)
    assert kind("Subject: מענה אוטומטי: בחופשה") == ("automatic", True)
    assert kind(sender="no-reply@shop.example") == ("automatic", True)
    assert kind("Subject: Undeliverable: plan", sender="MAILER-DAEMON@mx.example") == ("bounce", True)
    assert kind("Content-Type: multipart/report; report-type=delivery-status; boundary=x") == ("bounce", True)


def test_a_shared_mailbox_does_not_make_its_writers_machines() -> None:
    assert kind("X-Google-Group-Id: 77", "List-Id: <office.example>", "Precedence: list") == ("person", False)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"x" * (50 * 1024 * 1024 + 1), "bytes"),
        (b"X-Long: " + b"x" * 300_000 + b"\n\nhi", "headers"),
        (b"To: " + b",".join(b"p%d@x.example" % n for n in range(2_001)) + b"\n\nhi", "recipients"),
        (b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nhi\n" * 1_001 + b"--x--", "parts"),
        (
            b"".join(b"Content-Type: multipart/mixed; boundary=b%d.\n\n--b%d.\n" % (n, n) for n in range(60)),
            "deep",
        ),
    ],
    ids=["bytes", "headers", "recipients", "parts", "depth"],
)
def test_too_much_is_refused_in_plain_words(raw: bytes, what: str) -> None:
    with pytest.raises(TooMuch, match=what):
        open_letter(raw)


def test_letters_within_letters_count_as_depth_too() -> None:
    raw = b"Subject: core\n\nhi"
    for _ in range(60):
        raw = b"Content-Type: message/rfc822\n\n" + raw
    with pytest.raises(TooMuch, match="deep"):
        open_letter(raw)


def test_a_body_without_headers_is_all_body() -> None:
    assert open_letter(b"just words\nand more").text == "just words\nand more"


def test_cut_base64_gives_what_is_there() -> None:
    raw = (
        b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
        + b64encode(b"as far as it goes")[:-3]
    )
    assert open_letter(raw).text.startswith("as far as it go")


PIECES = st.sampled_from(
    [
        b"From: ",
        b"a@b.c",
        b"\n",
        b"\r\n",
        b"\n\n",
        b"Content-Type: ",
        b"multipart/mixed; boundary=x",
        b"--x",
        b"--x--",
        b"text/html",
        b"=?utf-8?B?",
        b"?=",
        b"message/rfc822",
        b"Content-Transfer-Encoding: base64",
        b"; charset=",
        b"utf-7",
        b"\xd7\xa9",
        b"\xf9",
        b'"',
        b"<",
        b">",
        b",",
        b"(",
        b"filename*0*=utf-8''%D7",
        b"Content-Disposition: attachment;",
        b"begin 644 x",
        b"x-uuencode",
    ]
)


@given(st.lists(PIECES | st.binary(max_size=12), max_size=60).map(b"".join))
def test_no_bytes_are_too_strange(raw: bytes) -> None:
    opened = open_letter(raw)
    assert isinstance(opened, OpenedLetter)
    for found in opened.attachments:
        assert len(part(raw, found.path)) == found.size
