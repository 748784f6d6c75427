"""Turns bytes into text: by their label if it is true, by what they look like if it is not."""

from __future__ import annotations

import codecs
import re

from kashuv.language.mime.visual import is_visual, turned

_HEBREW_LABELS = {
    "iso-8859-8-i": "cp1255",
    "iso-8859-8-e": "cp1255",
    "iso-8859-8": "cp1255",
    "iso8859-8": "cp1255",
    "iso8859-8-i": "cp1255",
    "iso_8859-8": "cp1255",
    "csisolatinhebrew": "cp1255",
    "logical": "cp1255",
    "visual": "cp1255",
    "hebrew": "cp1255",
    "windows-1255": "cp1255",
    "x-cp1255": "cp1255",
    "dos-862": "cp862",
    "x-mac-hebrew": "cp1255",
}
_OTHER_LABELS = {
    "unicode-1-1-utf-7": "utf-7",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    "big5": "cp950",
    "unicode": "utf-16",
    "utf8mb4": "utf-8",
}
_VISUAL_LABELS = frozenset(
    {"iso-8859-8", "iso8859-8", "iso_8859-8", "csisolatinhebrew", "visual", "dos-862", "cp862"}
)
_UNRELIABLE = frozenset({"ascii", "cp1252", "iso8859-1", "cp1255", "utf-8"})
_STATEFUL = frozenset(
    {"utf-7", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "iso2022_jp", "iso2022_kr", "hz"}
)
_HIGH = re.compile(rb"[\x80-\xff]+")
_HEBREW_RUN = re.compile(rb"[\xe0-\xfa][\xc0-\xd3\xe0-\xfa]+")  # vowel points among the letters
_TWICE_ENCODED = re.compile("(?:\u00d7[\u0080-\u00bf\u2013-\u2122\u0152-\u0192\u02c6\u02dc]){2}")
_TWICE_BY_1255 = re.compile("(?:\u05f3[^\u05d0-\u05ea\\s]){2}")
_SAMPLE = 100_000  # bytes are enough to know a charset by


def decode(data: bytes, label: str = "") -> str:
    """The text of bytes that are said to be in `label`; never an exception."""
    codec = _codec(label)
    if data.isascii() and codec not in _STATEFUL:
        return data.decode("ascii")
    text = _decode_high(data, codec)
    if label.lower() in _VISUAL_LABELS and is_visual(text):
        text = turned(text)
    return text.removeprefix("\ufeff")


def _codec(label: str) -> str:
    label = label.strip(" \"'\t").lower()
    label = _HEBREW_LABELS.get(label) or _OTHER_LABELS.get(label, label)
    try:
        return codecs.lookup(label).name if label else ""
    except (LookupError, ValueError):
        return ""


def _decode_high(data: bytes, codec: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if codec in _STATEFUL or (codec and codec not in _UNRELIABLE):
        return _safely(data, codec)
    try:
        return _once_encoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_not_utf8(data, codec)


def _decode_not_utf8(data: bytes, codec: str) -> str:
    if looks_hebrew(data):
        return _safely(data, "cp1255")
    if codec in ("", "ascii", "utf-8") and _mostly_utf8(data):
        return _broken_utf8(data)
    return _safely(data, codec if codec not in ("", "ascii", "utf-8") else "cp1252")


def looks_hebrew(data: bytes) -> bool:
    """Whether the high bytes stand together as Hebrew words do in windows-1255."""
    data = data[:_SAMPLE]
    high = sum(map(len, _HIGH.findall(data)))
    return high > 0 and sum(map(len, _HEBREW_RUN.findall(data))) >= 0.6 * high


def _mostly_utf8(data: bytes) -> bool:
    text = data[:_SAMPLE].decode("utf-8", "replace")
    return 4 * text.count("\ufffd") < sum(not character.isascii() for character in text)


def _broken_utf8(data: bytes) -> str:
    """UTF-8 with characters cut in two, or with each half of an emoji encoded on its own."""
    text = data.decode("utf-8", "surrogateescape" if b"\xed" not in data else "replace")
    if b"\xed" in data:
        try:
            halves = data.decode("utf-8", "surrogatepass")
            return halves.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        except UnicodeDecodeError:
            return text
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _once_encoded(text: str) -> str:
    """Mends Hebrew in UTF-8 that was taken for another charset and encoded a second time."""
    for pattern, codec in ((_TWICE_ENCODED, "cp1252"), (_TWICE_BY_1255, "cp1255")):
        if pattern.search(text):
            mended = b"".join(_byte_of(character, codec) for character in text).decode("utf-8", "replace")
            if mended.count("\ufffd") <= len(mended) // 50:
                return mended
    return text


def _byte_of(character: str, codec: str) -> bytes:
    try:
        return character.encode(codec)
    except UnicodeEncodeError:
        return character.encode("latin-1", "ignore") or character.encode("utf-8", "replace")


def _safely(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec, "replace")
    except (LookupError, ValueError, AssertionError):
        return data.decode("latin-1")
