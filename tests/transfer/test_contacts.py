"""Cards and tables of every maker become contacts; what is nobody is told so."""

from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.flows.arrived import Contact
from kashuv.transfer.arriving import kinds
from kashuv.transfer.arriving.contacts import cards, columns, tables
from kashuv.transfer.arriving.contacts.days import birthday
from kashuv.transfer.arriving.pieces import Unfit
from kashuv.transfer.arriving.text import decoded


def card(text: str | bytes) -> Contact:
    raw = text.encode() if isinstance(text, str) else text
    (piece,) = cards.cut(io.BytesIO(raw), "people.vcf")
    (contact,) = cards.contacts(piece.raw)
    return contact


class TestCards:
    def test_version_3_with_folding_escapes_and_groups(self) -> None:
        told = card(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:יואב \r\n גל\r\nitem1.EMAIL;TYPE=INTERNET:yoav@gal.example\r\n"
            "TEL;TYPE=CELL:054-123-4567\r\nORG:מרכז גל;שיווק\r\nTITLE:מנכ״ל\r\nBDAY:1980-11-23\r\n"
            "NOTE:אוהב תה\\, בלי סוכר\\nשורה\r\nPHOTO;ENCODING=b:AAAA\r\n BBBB\r\nEND:VCARD\r\n"
        )
        assert told == Contact(
            "יואב גל",
            ("yoav@gal.example",),
            ("054-123-4567",),
            "מרכז גל",
            "מנכ״ל",
            date(1980, 11, 23),
            "אוהב תה, בלי סוכר\nשורה",
        )

    def test_version_2_1_with_quoted_printable_in_an_old_charset(self) -> None:
        told = card(
            b"BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=windows-1255;ENCODING=QUOTED-PRINTABLE:=E2=EC;=E9=E5=\n=E0=E1\n"
            b"TEL;CELL:0541234567\nEND:VCARD\n"
        )
        assert (told.name, told.phones) == ("יואב גל", ("0541234567",))

    def test_version_4_with_addresses_as_links(self) -> None:
        told = card(
            "BEGIN:VCARD\nVERSION:4.0\nFN:Orit\nTEL;VALUE=uri:tel:+972-52-1\nEMAIL:mailto:o@x.example\nBDAY:--1123\nEND:VCARD"
        )
        assert (told.phones, told.mails, told.birthday) == (
            ("+972-52-1",),
            ("o@x.example",),
            date(1904, 11, 23),
        )

    def test_one_after_the_other_and_on_from_any(self) -> None:
        data = b"".join(b"BEGIN:VCARD\nFN:P%d\nTEL:1\nEND:VCARD\n\n" % n for n in range(4))
        pieces = list(cards.cut(io.BytesIO(data), "x"))
        assert [cards.contacts(piece.raw)[0].name for piece in pieces] == ["P0", "P1", "P2", "P3"]
        rest = list(cards.cut(io.BytesIO(data), "x", int(pieces[1].after)))
        assert [piece.raw for piece in rest] == [piece.raw for piece in pieces[2:]]

    def test_a_card_without_an_end_or_without_anybody_is_refused(self) -> None:
        begun, whole = cards.cut(io.BytesIO(b"BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nNOTE:x\nEND:VCARD\n"), "x")
        assert begun.refused == cards.UNENDED
        with pytest.raises(Unfit):
            cards.contacts(whole.raw)

    @given(st.binary(max_size=500))
    def test_no_card_is_too_strange(self, junk: bytes) -> None:
        for piece in cards.cut(io.BytesIO(b"BEGIN:VCARD\nFN:x\n" + junk + b"\nEND:VCARD\n"), "x"):
            if not piece.refused:
                try:
                    assert cards.contacts(piece.raw)
                except Unfit as reason:
                    assert str(reason) == cards.EMPTY


class TestColumns:
    @pytest.mark.parametrize(
        ("header", "meanings"),
        [
            ("First Name,Middle Name,Last Name,E-mail 1 - Value,Phone 1 - Value,Organization Name,Organization Title,Birthday,Notes",
             "first middle last mail phone organisation role birthday memo"),
            ("First Name,Last Name,Company,Job Title,E-mail Address,E-mail 2 Address,Mobile Phone,Business Phone,Notes",
             "first last organisation role mail mail phone phone memo"),
            ("שם,שם משפחה,נייד,דוא״ל,חברה,תפקיד,תאריך לידה,הערות", "first last phone mail organisation role birthday memo"),
            ("שם מלא,טלפון נייד,כתובת מייל,שם החברה", "name phone mail organisation"),
            ("לקוח,טלפון,אימייל", "name phone mail"),
        ],
    )  # fmt: skip
    def test_headers_in_both_tongues(self, header: str, meanings: str) -> None:
        names = header.split(",")
        assert columns.guess(names, []) == dict(enumerate(meanings.split()))

    def test_what_stands_below_tells_where_the_header_does_not(self) -> None:
        rows = [["x", "a@b.example", "054-1234567"], ["y", "c@d.example", ""]]
        assert columns.guess(["?", "Contact info", "More"], rows) == {1: "mail", 2: "phone"}

    def test_a_person_knows_better(self) -> None:
        assert columns.corrected({0: "name", 1: "mail"}, {"0": "organisation", "1": "", "2": "name"}) == {
            0: "organisation",
            2: "name",
        }


class TestTables:
    def rows(self, data: bytes) -> list[Contact]:
        pieces = tables.cut(decoded(data), "people.csv")
        return [piece.ready.contact for piece in pieces if piece.ready]

    @pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1255", "utf-16", "utf-16-le"])
    @pytest.mark.parametrize("mark", [",", ";", "\t"])
    def test_encodings_and_delimiters(self, codec: str, mark: str) -> None:
        text = (
            mark.join(["שם", "טלפון", "חברה"])
            + "\r\n"
            + mark.join(["דליה רוזן", "052-765-4321", "סטודיו"])
            + "\r\n"
        )
        assert self.rows(text.encode(codec)) == [Contact("דליה רוזן", (), ("052-765-4321",), "סטודיו")]

    def test_a_table_without_a_header(self) -> None:
        assert self.rows(b"Yoav Gal,yoav@gal.example\nDalia,dalia@rosen.example\n") == [
            Contact("Yoav Gal", ("yoav@gal.example",)),
            Contact("Dalia", ("dalia@rosen.example",)),
        ]

    def test_several_values_in_a_cell_and_lines_in_quotes(self) -> None:
        data = b'Name,E-mail 1 - Value,Notes\n"Gal, Yoav",a@x.example ::: b@x.example,"two\nlines"\n'
        assert self.rows(data) == [Contact("Gal, Yoav", ("a@x.example", "b@x.example"), memo="two\nlines")]

    def test_a_row_of_nobody_is_refused_and_an_empty_one_left_out(self) -> None:
        pieces = list(tables.cut("name,mail,city\n,,Haifa\n,,\nA,a@x.example,\n", "x"))
        assert [(bool(piece.refused), piece.left_out, piece.ready is not None) for piece in pieces] == [
            (True, False, False),
            (False, True, False),
            (False, False, True),
        ]

    def test_a_cell_beyond_measure_is_refused(self) -> None:
        text = 'name,mail\nA,a@x.example\n"' + "x" * (2 << 20) + '",b\nB,b@x.example\n'
        assert [piece.refused for piece in tables.cut(text, "x")][:2] == ["", tables.BROKEN]

    def test_a_table_of_something_else_is_known_as_such(self, tmp_path) -> None:
        file = tmp_path / "sums.csv"
        file.write_text("a,b\n1,2\n3,4\n")
        assert kinds.kind_of(file) == ("unknown", kinds.NO_COLUMNS)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("1980-11-23", date(1980, 11, 23)),
        ("19801123", date(1980, 11, 23)),
        ("23/11/1980", date(1980, 11, 23)),
        ("23.11", date(1904, 11, 23)),
        ("--02-29", date(1904, 2, 29)),
        ("0/0/00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_birthdays(told: str, day: date | None) -> None:
    assert birthday(told) == day


def test_where_the_month_stands_first() -> None:
    assert birthday("11/23/80", month_first=True) == date(1980, 11, 23)
