"""A header of the kind `value; name=content`: split, its long and foreign contents put together (RFC 2231)."""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

from kashuv.language.mime.charsets import decode
from kashuv.language.mime.encoded import decoded

_PARAMETER = re.compile(r';\s*([^\s=;"*]{1,60})(\*\d{0,3}\*?)?\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def parse(value: str) -> tuple[str, dict[str, str]]:
    """The value in lower case, and its parameters by name in lower case."""
    main, _, rest = value.partition(";")
    found: dict[str, str] = {}
    pieces: dict[str, list[tuple[int, bool, str]]] = {}
    for name, star, content in _PARAMETER.findall(";" + rest) if rest else ():
        content = _unquoted(content)
        if star:
            number = star.strip("*")
            pieces.setdefault(name.lower(), []).append((int(number or 0), star.endswith("*"), content))
        else:
            found.setdefault(name.lower(), content)
    found.update({name: _joined(its) for name, its in pieces.items()})
    return main.strip().lower(), found


def shown(content: str) -> str:
    """A parameter as a person should see it: encoded words, which do not belong there, decoded too."""
    return decoded(content)


def _unquoted(content: str) -> str:
    content = content.strip()
    if content.startswith('"'):
        return _ESCAPED.sub(r"\1", content[1:].removesuffix('"'))
    return content


def _joined(pieces: list[tuple[int, bool, str]]) -> str:
    """The pieces in order; the first tells the charset, and bytes cut between pieces come together again."""
    pieces.sort(key=lambda piece: piece[0])
    label = ""
    data = b""
    for position, (_, coded, content) in enumerate(pieces):
        if coded and position == 0 and content.count("'") >= 2:
            label, _, content = content.split("'", 2)
        data += unquote_to_bytes(content) if coded else content.encode("utf-8", "replace")
    return decode(data, label)
