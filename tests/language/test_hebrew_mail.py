"""Hebrew letters arrive in every encoding that Israeli mail programs have ever used, and are read the same."""

from __future__ import annotations

from base64 import b64encode

import pytest

from kashuv.language.mime import open_letter

SAID = "שלום נעמה, ההצעה (גרסה 12) תישלח אליך מחר בבוקר."
SUBJECT = "הצעת מחיר לסדנה"


def letter(body: bytes, *, charset: str = "", subject: bytes = b"Offer", more: bytes = b"") -> bytes:
    kind = f"; charset={charset}" if charset else ""
    head = b"From: Gal <gal@example.org>\r\nTo: office@example.org\r\nSubject: " + subject
    return head + f"\r\nContent-Type: text/plain{kind}\r\n".encode() + more + b"\r\n" + body + b"\r\n"


@pytest.mark.parametrize(
    ("charset", "codec"),
    [
        ("windows-1255", "cp1255"),
        ("iso-8859-8-i", "iso8859_8"),
        ("iso-8859-8-e", "iso8859_8"),
        ("iso-8859-8", "iso8859_8"),
        ("utf-8", "utf-8"),
        ("UTF8", "utf-8"),
        ("dos-862", "cp862"),
    ],
)
def test_a_rightly_labelled_letter(charset: str, codec: str) -> None:
    assert open_letter(letter(SAID.encode(codec), charset=charset)).text.strip() == SAID


@pytest.mark.parametrize(
    "charset", ["", "us-ascii", "iso-8859-1", "windows-1252", "utf-8", "x-unknown", "ansi_x3.110-1983"]
)
def test_windows_hebrew_under_a_wrong_label(charset: str) -> None:
    assert open_letter(letter(SAID.encode("cp1255"), charset=charset)).text.strip() == SAID


@pytest.mark.parametrize("charset", ["", "us-ascii", "iso-8859-1", "windows-1255", "iso-8859-8-i"])
def test_utf8_under_a_wrong_label(charset: str) -> None:
    assert open_letter(letter(SAID.encode(), charset=charset)).text.strip() == SAID


@pytest.mark.parametrize("taken_for", ["cp1252", "latin-1", "cp1255"])
def test_utf8_that_was_encoded_twice(taken_for: str) -> None:
    said = "קיבלתי את החוזה ואחתום עליו"
    broken = b"".join(_taken_for(byte, taken_for) for byte in said.encode())
    assert open_letter(letter(broken, charset="utf-8")).text.strip() == said


def _taken_for(byte: int, codec: str) -> bytes:
    try:
        return bytes([byte]).decode(codec).encode()
    except UnicodeDecodeError:
        return chr(byte).encode()


def test_french_stays_french() -> None:
    said = "Voilà les détails du séjour, à très bientôt"
    assert open_letter(letter(said.encode("latin-1"), charset="iso-8859-1")).text.strip() == said


def test_letters_stored_as_they_stood_on_the_screen_are_turned_around() -> None:
    seen = "רקובב רחמ ךילא חלשית (12 הסרג) העצהה ,המענ םולש"
    opened = open_letter(letter(seen.encode("iso8859_8"), charset="iso-8859-8"))
    assert opened.text.strip() == "שלום נעמה, ההצעה (גרסה 12) תישלח אליך מחר בבוקר"


def test_a_subject_in_raw_bytes() -> None:
    for codec in ("cp1255", "utf-8"):
        assert open_letter(letter(b"x", subject=SUBJECT.encode(codec))).subject == SUBJECT


def test_a_subject_cut_in_the_middle_of_a_letter() -> None:
    data = SUBJECT.encode()
    words = b" ".join(b"=?utf-8?B?" + b64encode(half) + b"?=" for half in (data[:9], data[9:]))
    assert open_letter(letter(b"x", subject=words.replace(b" ", b"\r\n "))).subject == SUBJECT


def test_a_subject_that_a_gateway_encoded_a_second_time() -> None:
    once = b"=?windows-1255?B?" + b64encode(SUBJECT.encode("cp1255")) + b"?="
    twice = b"=?utf-8?B?" + b64encode(once) + b"?="
    assert open_letter(letter(b"x", subject=twice)).subject == SUBJECT


def test_a_subject_in_an_encoded_word_with_a_language_and_with_spaces() -> None:
    assert (
        open_letter(letter(b"x", subject=b"=?windows-1255*he?Q?=F9=EC=E5=ED_=EC=EB=ED?=")).subject
        == "שלום לכם"
    )
    assert open_letter(letter(b"x", subject=b"=?UTF-8?Q?see you at 5??=")).subject == "see you at 5?"


def test_a_hebrew_name_with_a_comma_inside_its_encoded_word() -> None:
    name = b"=?utf-8?B?" + b64encode("כהן, נעמה".encode()) + b"?="
    opened = open_letter(b"From: " + name + b" <Naama@Example.org>\n\nhi")
    assert opened.from_ == ("כהן, נעמה", "naama@example.org")


def attached(disposition: bytes, media_type: bytes = b"application/pdf") -> bytes:
    return (
        b"Content-Type: multipart/mixed; boundary=cut\n\n--cut\nContent-Type: text/plain\n\nsee file\n--cut\n"
        b"Content-Type: " + media_type + b"\nContent-Disposition: " + disposition + b"\n\nbytes\n--cut--\n"
    )


def test_attachment_names_in_every_dress() -> None:
    name = "הצעת מחיר.pdf"
    percent = "".join(f"%{byte:02X}" for byte in name.encode())
    middle = percent[: len(percent) // 6 * 3 + 3]  # between the two bytes of a letter
    old = "".join(f"%{byte:02X}" for byte in name.encode("cp1255"))
    for disposition in (
        f"attachment; filename*=utf-8''{percent}",
        f"attachment; filename*0*=utf-8'he'{middle};\n filename*1*={percent[len(middle) :]}",
        f"attachment; filename*=windows-1255'he'{old}",
        f'attachment; filename="=?utf-8?B?{b64encode(name.encode()).decode()}?="',
        f'attachment; filename="{name}"',
    ):
        (found,) = open_letter(attached(disposition.encode())).attachments
        assert found.name == name, disposition


def test_a_name_in_raw_windows_bytes() -> None:
    disposition = b'attachment; filename="' + "חוזה.docx".encode("cp1255") + b'"'
    assert open_letter(attached(disposition)).attachments[0].name == "חוזה.docx"


def test_outlooks_own_wrapping_is_named() -> None:
    assert open_letter(attached(b"attachment", b"application/ms-tnef")).attachments[0].name == "winmail.dat"
