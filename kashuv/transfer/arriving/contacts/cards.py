"""vCards 2.1, 3.0 and 4.0: cut one from the other, and read with folding, charsets and quoted-printable."""

from __future__ import annotations

import re
from binascii import a2b_qp
from collections.abc import Iterator
from typing import BinaryIO

from kashuv.flows.arrived import Contact
from kashuv.language.mime.charsets import decode
from kashuv.transfer.arriving.contacts.days import birthday
from kashuv.transfer.arriving.pieces import Piece, Unfit
from kashuv.transfer.arriving.text import decoded

LONGEST_CARD = 10 * 1024 * 1024  # photos travel inside
MOST_VALUES = 50
TOO_LONG = "This card is larger than 10 MB."
UNENDED = "This card has no end."
EMPTY = "This card holds neither a name nor an address nor a phone."

_BEGIN = re.compile(rb"BEGIN:VCARD\s*$", re.IGNORECASE)
_END = re.compile(rb"END:VCARD\s*$", re.IGNORECASE)
_PROPERTY = re.compile(
    r"(?:[\w-]{1,60}\.)?([A-Za-z-]{1,40})((?:;[^:\"]{0,300}|\"[^\"]{0,300}\")*):(.*)", re.DOTALL
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PHOTO = re.compile(r"^(?:[\w-]{1,60}\.)?(?:PHOTO|LOGO|SOUND|KEY)\b", re.IGNORECASE)


def cut(file: BinaryIO, name: str, start: int = 0) -> Iterator[Piece]:
    """The cards from byte `start` on, each from its BEGIN to its END."""
    file.seek(start)
    at, begun, size = start, start, 0
    held: list[bytes] = []
    for line in iter(lambda: file.readline(1 << 20), b""):
        at += len(line)
        if _BEGIN.match(line.lstrip(b"\xef\xbb\xbf")):
            if held:
                yield Piece(
                    f"{name}, byte {begun}", size, at - len(line), "card", b"".join(held), refused=UNENDED
                )
            begun, held, size = at - len(line), [line], len(line)
        elif held:
            size += len(line)
            held.append(line if size <= LONGEST_CARD else b"")
            if _END.match(line):
                refused = TOO_LONG if size > LONGEST_CARD else ""
                raw = b"" if refused else b"".join(held)
                yield Piece(f"{name}, byte {begun}", at - begun, at, "card", raw, refused=refused)
                held, size = [], 0
    if held:
        yield Piece(f"{name}, byte {begun}", size, at, "card", b"".join(held), refused=UNENDED)


def contacts(raw: bytes) -> list[Contact]:
    """The contact of one card; Unfit if there is nothing to know anybody by."""
    told: dict[str, list[str]] = {}
    for line in _unfolded(decoded(raw)):
        found = None if _PHOTO.match(line) else _PROPERTY.match(line)
        if found and len(told.setdefault(found[1].upper(), [])) < MOST_VALUES:
            told[found[1].upper()].append(_value(found[2], found[3]))
    contact = _contact(told)
    if not (contact.name or contact.mails or contact.phones):
        raise Unfit(EMPTY)
    return [contact]


def _contact(told: dict[str, list[str]]) -> Contact:
    def first(name: str) -> str:
        return next((value.strip() for value in told.get(name, ()) if value.strip()), "")

    organisation = _pieces(first("ORG"))[0]
    return Contact(
        name=_plain(first("FN"))
        or _name(first("N"))
        or (organisation if told.get("EMAIL") or told.get("TEL") else ""),
        mails=tuple(
            _plain(mail).removeprefix("mailto:").strip() for mail in told.get("EMAIL", ()) if "@" in mail
        ),
        phones=tuple(
            _plain(phone).removeprefix("tel:").strip() for phone in told.get("TEL", ()) if phone.strip()
        ),
        organisation=organisation,
        role=_plain(first("TITLE") or first("ROLE")),
        birthday=birthday(first("BDAY")),
        memo=_plain(first("NOTE"))[:2000],
    )


def _name(value: str) -> str:
    """ "Gal;Yoav;;Dr.;" is Dr. Yoav Gal."""
    family, given, middle, before, after = (_pieces(value) + [""] * 5)[:5]
    return " ".join(filter(None, (before, given, middle, family, after)))


def _pieces(value: str) -> list[str]:
    return [_plain(piece).strip() for piece in re.split(r"(?<!\\);", value)]


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip()


def _unfolded(text: str) -> list[str]:
    """The properties, one a line; quoted-printable folds by a "=" at the end, the rest by a blank at the beginning."""
    lines: list[str] = []
    soft = False
    for line in text.splitlines():
        if soft:
            lines[-1] = lines[-1][:-1] + line
        elif line[:1] in (" ", "\t") and lines:
            lines[-1] += line[1:]
        else:
            lines.append(line)
        soft = line.endswith("=") and "QUOTED-PRINTABLE" in lines[-1].partition(":")[0].upper()
    return lines


def _value(parameters: str, value: str) -> str:
    """The value as text: unquoted, by the charset that it names."""
    if "QUOTED-PRINTABLE" not in parameters.upper():
        return value
    charset = re.search(r"CHARSET=\"?([\w.:-]{1,40})", parameters, re.IGNORECASE)
    return decode(a2b_qp(value.encode("utf-8", "replace")), charset[1] if charset else "")
