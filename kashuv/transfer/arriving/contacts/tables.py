"""Tables of contacts: the delimiter sniffed, the header told apart, each row a contact."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kashuv.flows.arrived import Contact, ContactArrived
from kashuv.transfer.arriving.contacts import columns
from kashuv.transfer.arriving.contacts.columns import Mapped
from kashuv.transfer.arriving.contacts.days import birthday
from kashuv.transfer.arriving.pieces import Piece

SAMPLE = 50
MOST_COLUMNS = 300
NOBODY = "This row holds neither a name nor an address nor a phone."
BROKEN = "This row can't be read as a row of a table."
_DELIMITERS = ",;\t|"
_SEVERAL = re.compile(r"\s*:::\s*|\s*[;\n]\s*")

csv.field_size_limit(1 << 20)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with what its columns were taken for."""

    header: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    mapped: Mapped
    delimiter: str
    begins: int  # the number of the first row of contacts


def is_table(head: str) -> bool:
    """Whether a text that begins so has the same number of cells in each row."""
    return _delimiter(head) != ""


def is_of_contacts(head: str) -> bool:
    """Whether some column holds names, addresses or phones."""
    return bool({"name", "first", "last", "mail", "phone"} & set(opened(head).mapped.values()))


def opened(text: str, told: Mapping[str, str] | None = None) -> Table:
    """The table's shape; `told` corrects the guess."""
    delimiter = _delimiter(text)
    rows = [tuple(row) for _, row in zip(range(SAMPLE + 1), _rows(text, delimiter), strict=False) if row]
    header, sample = (rows[0], rows[1:]) if rows else ((), [])
    mapped, begins = columns.guess(header, sample), 1
    if not any(columns.guess(header, ()).values()):  # the first row is a contact too
        blank = [""] * len(header)
        mapped, begins, sample = columns.guess(blank, rows), 0, rows
        mapped |= _unnamed(mapped, rows)
    return Table(tuple(header), tuple(sample), columns.corrected(mapped, told or {}), delimiter, begins)


def _unnamed(mapped: Mapped, rows: Sequence[Sequence[str]]) -> Mapped:
    """In a table without a header, the first column of words is taken for the name, if some column holds addresses."""
    for number in range(len(rows[0]) if rows and mapped else 0):
        words = [row[number] for row in rows if number < len(row) and re.search(r"[^\W\d_]{2}", row[number])]
        if number not in mapped and len(words) * 2 > len(rows):
            return {number: "name"}
    return {}


def cut(text: str, where: str, told: Mapping[str, str] | None = None, start: int = 0) -> Iterator[Piece]:
    """The contacts from row `start` on."""
    table = opened(text, told)
    for number, row in enumerate(_rows(text, table.delimiter)):
        if number >= max(start, table.begins):
            yield _piece(row, table, f"{where}, row {number + 1}", number + 1)


def _piece(row: list[str] | None, table: Table, place: str, after: int) -> Piece:
    if row is None:
        return Piece(place, 1, after, "card", refused=BROKEN)
    weight = max(sum(map(len, row)) + len(row), 1)
    contact = _contact(row, table)
    if contact.name or contact.mails or contact.phones:
        return Piece(place, weight, after, "card", ready=ContactArrived(contact))
    if not any(cell.strip() for cell in row):
        return Piece(place, weight, after, "card", left_out=True)
    return Piece(place, weight, after, "card", "\n".join(row).encode(), refused=NOBODY)


def _rows(text: str, delimiter: str) -> Iterator[list[str] | None]:
    """The rows; None for one that is none (a cell beyond measure)."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or ",")
    while True:
        try:
            yield next(rows)[:MOST_COLUMNS]
        except StopIteration:
            return
        except csv.Error:
            yield None


def _delimiter(text: str) -> str:
    """The mark that cuts the first rows into the same number of cells, at least two."""
    best, most = "", 1
    for mark in _DELIMITERS:
        widths = [len(row) for _, row in zip(range(8), _rows(text[:20000], mark), strict=False) if row]
        whole = widths[:-1] if len(text) > 20000 and len(widths) > 1 else widths
        if whole and min(whole) > most and max(whole) - min(whole) <= max(1, max(whole) // 10):
            best, most = mark, min(whole)
    return best


def _contact(row: Sequence[str], table: Table) -> Contact:
    cells: dict[str, list[str]] = {}
    for number, meaning in table.mapped.items():
        if number < len(row) and row[number].strip():
            cells.setdefault(meaning, []).append(row[number].strip())

    def all_of(meaning: str) -> tuple[str, ...]:
        parts = [part.strip() for cell in cells.get(meaning, ()) for part in _SEVERAL.split(cell)]
        return tuple(dict.fromkeys(filter(None, parts)))

    def one(meaning: str) -> str:
        return (cells.get(meaning) or [""])[0]

    return Contact(
        name=one("name") or " ".join(filter(None, (one("first"), one("middle"), one("last")))),
        mails=tuple(mail for mail in all_of("mail") if "@" in mail),
        phones=all_of("phone"),
        organisation=one("organisation"),
        role=one("role"),
        birthday=birthday(one("birthday"), month_first=_is_english(table.header)),
        memo="\n".join(cells.get("memo", ()))[:2000],
    )


def _is_english(header: Sequence[str]) -> bool:
    """Outlook and Google export for America: where they name a column in English, they write the month first."""
    return "E-mail Address" in header or "First Name" in header
