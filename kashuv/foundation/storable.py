"""Text that every database can store: no NUL, no half of a surrogate pair; each is replaced, so that spans still fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")
UNSTORABLE = str.maketrans({0: "\ufffd", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")})


def are_storable(texts: Iterable[str]) -> bool:
    """Whether all of these can be stored as they are; quick, since nearly all can."""
    whole = "".join(texts)
    try:
        whole.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in whole


def storable(value: T) -> T:
    """The value with every text in it made storable, however deep it lies in tuples, dataclasses, or what JSON holds."""
    made: Any = value
    if isinstance(value, str):
        made = value.translate(UNSTORABLE)
    elif isinstance(value, tuple):
        parts = [storable(part) for part in value]
        made = type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    elif isinstance(value, list):
        made = [storable(part) for part in value]
    elif isinstance(value, dict):
        made = {storable(name): storable(part) for name, part in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        made = replace(value, **{one.name: storable(getattr(value, one.name)) for one in fields(value)})
    return made
