"""Which column of a table holds what: guessed from its header in Hebrew or English, and from what stands below."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from kashuv.foundation.folding import FINALS, digits, fold

Meaning = Literal[
    "name", "first", "middle", "last", "mail", "phone", "organisation", "role", "birthday", "memo"
]
MEANINGS: tuple[Meaning, ...] = get_args(Meaning)
Mapped = dict[int, Meaning]
SEVERAL = {"mail", "phone", "memo"}  # meanings that more than one column may have

_HEADS: dict[Meaning, str] = {
    "name": r"(?:full |display |contact |client |customer )?name|file as|(?:ה)?שם(?: מלא| לקוח| הלקוח| איש קשר| איש הקשר| לתצוגה)?|"
    r"לקוח|איש קשר|contact|client|customer",
    "first": r"(?:first|given) name|first|שם פרטי|פרטי",
    "middle": r"(?:middle|additional) name|שם אמצעי",
    "last": r"(?:last|family) name|surname|last|שם(?: ה)? ?משפחה|משפחה",
    "mail": r"e ?mail(?: address| \d)?(?: address| value)?|(?:primary |work |home |other )e ?mail|mail|"
    r"(?:כתובת )?(?:ה)?(?:דואל|דוא ל|אימייל|אי מייל|מייל|דואר אלקטרוני)(?: \d)?",
    "phone": r"(?:mobile|cell|phone|tel|telephone|fax)?(?: phone| \d| number)?(?: value| \d)?|"
    r"(?:mobile|business|home|work|primary|other|company main|car|cell|main) phone(?: \d)?|mobile(?: number)?|whatsapp|"
    r"(?:מספר )?(?:ה)?(?:טלפון|נייד|סלולרי|סלולארי|פלאפון|טל|וואטסאפ|ווטסאפ)(?: נייד| סלולרי| בבית| בעבודה| נוסף| \d)?",
    "organisation": r"(?:organi[sz]ation|company|firm|business)(?: \d)?(?: name)?|(?:ה)?(?:חברה|ארגון|עסק|מקום עבודה)|שם (?:ה)?(?:חברה|עסק|ארגון)",
    "role": r"(?:organi[sz]ation(?: \d)? )?title|(?:job )?title|role|position|(?:ה)?תפקיד",
    "birthday": r"birthday|date of birth|birth ?date|dob|(?:תאריך )?לידה|(?:תאריך )?יום (?:ה)?הולדת",
    "memo": r"notes?|comments?|remarks?|memo|(?:ה)?הערות?|(?:ה)?מידע נוסף",
}


def _folded(pattern: str) -> re.Pattern[str]:
    """The pattern as it fits a folded title: without final letters."""
    for final, common in FINALS:
        pattern = pattern.replace(final, common)
    return re.compile(pattern)


_PATTERNS = {meaning: _folded(pattern) for meaning, pattern in _HEADS.items()}
_MAIL = re.compile(r"[^\s@,;<>]{1,64}@[^\s@,;<>]{1,255}\.[^\s@,;<>]{2,}")
_PHONE = re.compile(r"[+*\d][\d\s().+/*x-]{4,24}")


def guess(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Mapped:
    """The columns whose meaning is known, by their number; a column of mails is one whatever its header says."""
    mapped: Mapped = {}
    for number, title in enumerate(header):
        meaning = _by_title(title) or _by_values([row[number] for row in rows if number < len(row)])
        if meaning and (meaning in SEVERAL or meaning not in mapped.values()):
            mapped[number] = meaning
    return _with_given_names(mapped)


def _with_given_names(mapped: Mapped) -> Mapped:
    """Beside a family name, a column that is just called "name" holds the given one."""
    told = set(mapped.values())
    if "last" not in told or "first" in told:
        return mapped
    return {number: "first" if meaning == "name" else meaning for number, meaning in mapped.items()}


def corrected(guessed: Mapped, told: Mapping[str, str]) -> Mapped:
    """The guess with what a person says over it: {"3": "mail", "4": ""}."""
    mapped = dict(guessed)
    for number, meaning in told.items():
        mapped.pop(int(number), None)
        if meaning in MEANINGS:
            mapped[int(number)] = meaning  # type: ignore[assignment]  # it was just looked up
    return dict(sorted(mapped.items()))


def _by_title(title: str) -> Meaning | None:
    folded = fold(title)
    if not folded or folded.endswith(("type", "label")):
        return None
    return next((meaning for meaning, pattern in _PATTERNS.items() if pattern.fullmatch(folded)), None)


def _by_values(values: Sequence[str]) -> Meaning | None:
    filled = [value.strip() for value in values if value.strip()]
    if not filled:
        return None
    if sum(bool(_MAIL.fullmatch(value)) for value in filled) * 2 >= len(filled):
        return "mail"
    if sum(bool(_PHONE.fullmatch(value)) and len(digits(value)) >= 7 for value in filled) * 2 > len(filled):
        return "phone"
    return None
