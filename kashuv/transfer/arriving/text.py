"""Text files of any age: which encoding they are in is guessed from their bytes."""

from __future__ import annotations

import codecs

from kashuv.language.mime.charsets import decode

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes) -> str:
    """The text of these bytes; UTF-16 without a mark shows by its zeros, windows-1255 by its Hebrew."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace").removeprefix("\ufeff")
    return decode(data, _silent_utf16(data[:4000])).replace("\0", " ")


def _silent_utf16(head: bytes) -> str:
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 10 < len(head) * 2 or min(even, odd) * 10 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"
