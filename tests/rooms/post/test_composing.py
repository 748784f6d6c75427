"""Composing: what we write is what every program reads; nothing leaks, nothing breaks out of its header."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kashuv.language.mime import open_letter
from kashuv.language.mime import part as content
from kashuv.rooms.post.composing import File, Parts, Unwritable, compose, name_letter
from kashuv.rooms.post.rules import dress
from kashuv.rooms.post.rules.identity import is_ours

AT = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo("Asia/Jerusalem"))
LONG = "הצעה לקמפיין השקה: גרסה שנייה עם כל התיקונים שביקשת אתמול בערב, ועוד כמה שלא ביקשת"
anything = some.text(some.characters(exclude_categories=["Cs"]), max_size=200)


def parts(**more: object) -> Parts:
    told: dict[str, object] = {
        "sender": ("נועה לוי", "noa@us.example"),
        "to": (("יואב גל", "yoav@gal.example"),),
        "subject": "שלום",
        "text": "שלום",
        "message_id": "1@us.example",
        "date": AT,
    }
    return Parts(**told | more)  # type: ignore[arg-type]


def test_a_long_hebrew_subject_and_names_come_back_to_the_letter():
    name = "דליה רוזן-אברמוביץ׳, מנהלת השיווק והמכירות של מרכז גל"
    opened = open_letter(
        compose(parts(subject=LONG, to=((name, "d@gal.example"), ("Bar, Ronit", "r@bar.example"))))
    )
    assert opened.subject == LONG
    assert opened.to == ((name, "d@gal.example"), ("Bar, Ronit", "r@bar.example"))


@given(subject=anything, name=anything, text=anything)
def test_no_text_breaks_out_of_its_place(subject, name, text):
    raw = compose(parts(subject=subject, sender=(name, "noa@us.example"), text=text))
    head = raw.partition(b"\r\n\r\n")[0]
    names = [line.split(b":")[0] for line in head.split(b"\r\n") if line[:1] not in (b" ", b"\t")]
    assert names == [b"From", b"To", b"Subject", b"Date", b"Message-ID", b"MIME-Version", b"Content-Type"]
    assert raw.isascii() and max(map(len, raw.split(b"\r\n"))) < 998
    assert open_letter(raw).from_.address == "noa@us.example"


def test_a_blind_copy_is_a_recipient_and_stands_nowhere():
    told = parts(bcc=(("סוד", "secret@away.example"),))
    assert told.recipients == ("yoav@gal.example", "secret@away.example")
    assert b"secret" not in compose(told) and b"Bcc" not in compose(told)


def test_with_blind_copies_alone_nobody_is_named():
    raw = compose(parts(to=(), bcc=(("", "a@x.example"),)))
    assert b"To: undisclosed-recipients:;\r\n" in raw


def test_the_thread_is_continued_even_by_names_longer_than_a_line():
    long = "A" * 120 + "@outlook.example"
    opened = open_letter(compose(parts(in_reply_to=long, references=("1@gal", long))))
    assert (opened.in_reply_to, opened.references) == (long, ("1@gal", long))


def test_files_arrive_to_the_byte_under_their_hebrew_names():
    name = "הצעת מחיר לקמפיין ההשקה של מרכז גל, גרסה שנייה וסופית בהחלט.pdf"
    files = (
        File(name, "application/pdf", bytes(range(256)) * 40),
        File("a\r\nb.eml", "message/rfc822", b"Subject: x\n\n.\n"),
    )
    raw = compose(parts(enclosures=files))
    found = open_letter(raw).attachments
    assert [(file.name, file.media_type) for file in found] == [
        (name, "application/pdf"),
        ("a b.eml", "application/octet-stream"),
    ]
    assert [content(raw, file.path) for file in found] == [file.content for file in files]


def test_the_date_is_told_in_the_firms_zone():
    raw = compose(parts())
    assert b"Date: Tue, 24 Nov 2026 09:00:00 +0200\r\n" in raw
    assert open_letter(raw).date == AT.astimezone(UTC)


def test_every_line_runs_the_way_of_its_first_letter():
    html = dress.to_html("שלום Yoav,\n\n(2) Hello שלום\n12\n> ציטוט\n<b>x</b>")
    assert html.count('<div dir="rtl">') == 3  # the greeting, the line below it, the echo
    assert '<div dir="ltr">(2) Hello שלום</div>\n<div dir="ltr">12</div>' in html
    assert '<blockquote>\n<div dir="rtl">ציטוט</div>\n</blockquote>' in html
    assert "&lt;b&gt;x&lt;/b&gt;" in html


def test_a_domain_in_another_script_is_told_in_ascii():
    assert parts(to=(("", "yoav@דוגמה.ישראל"),)).recipients == ("yoav@xn--6dbbec0c.xn--4dbrk0ce",)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "yoav",
        "@gal.example",
        "a b@gal.example",
        "a@b\r\nRCPT TO:<x@y>",
        "יואב@gal.example",
        "a@b..c",
        "<a@b.c>",
    ],
)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(Unwritable):
        compose(parts(to=(("", address),)))


def test_nobody_is_refused():
    with pytest.raises(Unwritable, match="nobody"):
        compose(parts(to=()))


def test_a_name_is_never_given_twice_and_tells_nothing_of_the_machine():
    one, two = name_letter("noa@us.example"), name_letter("noa@us.example")
    assert one != two and one.endswith("@us.example")
    assert is_ours(one, "noa@us.example") and not is_ours(one, "noa@them.example")


def test_echoes_of_echoes_without_end_make_a_letter_all_the_same():
    made = compose(parts(text=">" * 5000 + " שלום"))
    assert b"blockquote" in made and "שלום" in open_letter(made).text
