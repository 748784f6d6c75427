"""Takes the transfer encoding off a body: base64, quoted-printable, uuencode; broken ones as far as they go."""

from __future__ import annotations

from binascii import Error as Malformed
from binascii import a2b_base64, a2b_qp, a2b_uu

from kashuv.language.mime.encoded import base64_as_far_as_it_goes


def unwrapped(data: bytes, encoding: str) -> bytes:
    """The bytes as they were before they were made fit for the wire."""
    if encoding == "base64":
        return _base64(data)
    if encoding == "quoted-printable":
        return a2b_qp(data)
    if encoding in ("x-uuencode", "uuencode", "x-uue", "uue"):
        return _uu(data)
    return data


def _base64(data: bytes) -> bytes:
    try:
        return a2b_base64(data, strict_mode=False)
    except Malformed:
        return base64_as_far_as_it_goes(data)


def _uu(data: bytes) -> bytes:
    out: list[bytes] = []
    inside = False
    for line in data.splitlines():
        if line.startswith(b"begin ") and not inside:
            inside = True
        elif line.strip() == b"end":
            break
        elif inside and line:
            out.append(_uu_line(line))
    return b"".join(out)


def _uu_line(line: bytes) -> bytes:
    try:
        return a2b_uu(line)
    except Malformed:
        wanted = (((line[0] - 32) & 63) * 4 + 5) // 3
        try:
            return a2b_uu(line[:wanted])
        except Malformed:
            return b""
