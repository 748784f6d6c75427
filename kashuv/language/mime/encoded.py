"""Header text with its encoded words ("=?utf-8?B?...?=") decoded."""

from __future__ import annotations

import re
from binascii import Error as Malformed
from binascii import a2b_base64, a2b_qp

from kashuv.language.mime.charsets import decode

_WORD = re.compile(r"=\?([\w.:+-]{1,40})(?:\*[\w-]{0,20})?\?([bBqQ])\?([^\r\n]{0,2000}?)\?=(?!\w*\?=)")
_BETWEEN = re.compile(r"\?=\s+=\?")
_LAYERS = 2  # some gateways encode what was encoded before
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]+")


def decoded(text: str) -> str:
    """The text as it is meant, on one line."""
    for _ in range(_LAYERS):
        if "=?" in text:
            text = _decode_words(_BETWEEN.sub("?==?", text))
    return _CONTROL.sub(" ", text).replace("\t", " ").strip()


def _decode_words(text: str) -> str:
    """Neighbouring words of one charset are joined as bytes: mailers cut letters in two between them."""
    out: list[str] = []
    held, label, at = b"", "", 0
    for word in _WORD.finditer(text):
        gap, its = text[at : word.start()], word.group(1).lower()
        if held and (gap or its != label):
            out.append(decode(held, label))
            held = b""
        out.append(gap)
        held += _bytes_of(word.group(2), word.group(3))
        label, at = its, word.end()
    if held:
        out.append(decode(held, label))
    out.append(text[at:])
    return "".join(out)


def _bytes_of(encoding: str, content: str) -> bytes:
    data = content.encode("utf-8", "replace")
    if encoding in "qQ":
        return a2b_qp(data, header=True)
    try:
        return a2b_base64(data + b"=" * (-len(data) % 4))
    except Malformed:
        return base64_as_far_as_it_goes(data)


def base64_as_far_as_it_goes(data: bytes) -> bytes:
    """The bytes of base64 that has strange characters in it or was cut off."""
    data = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    return a2b_base64(data[: len(data) // 4 * 4] + _tail(data[len(data) // 4 * 4 :]))


def _tail(rest: bytes) -> bytes:
    return rest + b"=" * (4 - len(rest)) if len(rest) > 1 else b""
