"""When a letter was sent: the Date line in all the ways that programs write it, in UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{1,2})(?:[:.](?P<second>\d{1,2}))?(?:\.\d{1,9})?(?:\s*(?P<half>[ap]m)\b)?"
_ZONE = r"\s*(?:\(?(?:GMT|UTC)?(?P<offset>[+-]\d{1,2}:?\d{2})\b|(?P<zone>[a-z]{1,5})\b)?"
_WRITTEN = (
    re.compile(
        rf"(?P<day>\d{{1,2}})[\s-]+{_MONTH}[\s,-]+(?P<year>\d{{2,4}})[\s,]+(?:at\s+)?{_CLOCK}{_ZONE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_MONTH}\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})[\s,]+(?:at\s+)?{_CLOCK}{_ZONE}", re.IGNORECASE
    ),
    re.compile(
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})\s+{_CLOCK}(?:\s+[a-z]{{3,4}})?\s+(?P<year>\d{{4}}){_ZONE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<year>\d{{4}})[-/](?P<month>\d{{1,2}})[-/](?P<day>\d{{1,2}})[T\s]+{_CLOCK}{_ZONE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})[./](?P<year>\d{{4}})[\s,]+{_CLOCK}{_ZONE}",
        re.IGNORECASE,
    ),
)
_ZONES = {
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "hst": -10,
    "bst": 1, "cet": 1, "cest": 2, "met": 1, "mest": 2, "eet": 2, "eest": 3, "ist": 2, "idt": 3, "msk": 3, "jst": 9,
}  # fmt: skip


def moment(text: str) -> datetime | None:
    """The moment that a Date line names, or None if it names none."""
    for written in _WRITTEN:
        if found := written.search(text[:200]):
            return _built(found)
    return None


def _built(found: re.Match[str]) -> datetime | None:
    month = found["month"].lower()
    try:
        local = datetime(
            _year(found["year"]),
            _MONTHS[month[:3]] if month[0].isalpha() else int(month),
            int(found["day"]),
            _hour(int(found["hour"]), found["half"]),
            int(found["minute"]),
            min(int(found["second"] or 0), 59),
            tzinfo=UTC,
        )
        return local - _offset(found["offset"], found["zone"])
    except (ValueError, OverflowError):
        return None


def _year(written: str) -> int:
    year = int(written)
    if len(written) == 4:
        return year
    return year + (2000 if len(written) == 2 and year < 50 else 1900)


def _hour(hour: int, half: str | None) -> int:
    return hour % 12 + (12 if half.lower() == "pm" else 0) if half else hour


def _offset(written: str | None, zone: str | None) -> timedelta:
    if written is None:
        return timedelta(hours=_ZONES.get((zone or "").lower(), 0))
    digits = written[1:].replace(":", "").rjust(4, "0")
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return ahead if written[0] == "+" else -ahead
