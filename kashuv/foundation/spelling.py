"""Spells what never changes of a question into its text, so that the database knows it when it plans.

Django sends every value apart, also those that stand in our own code (a state, a threshold). A plan that is made
once for all values must not know them, and then cannot use an index that holds only the rows in such a state.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

_place = re.compile(r"(?<!%)%s")


def spelled(
    sql: str, params: Sequence[Any], changes: Callable[[Any], bool], vendor: str
) -> tuple[str, list[Any]]:
    """The statement with its plain constants in it, and the parameters that are left."""
    waiting, left = iter(params), []

    def put(place: re.Match[str]) -> str:
        param = next(waiting)
        literal = None if changes(param) else _literal(param, vendor)
        if literal is None:
            left.append(param)
            return place.group()
        return literal

    return _place.sub(put, sql), left


def _literal(value: Any, vendor: str) -> str | None:
    """As both databases write it, its % doubled as in any statement with parameters; None for all that is not plain."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return f"({value})" if value < 0 else str(value)
    if isinstance(value, float):
        return f"({value!r}::double precision)" if vendor == "postgresql" else f"({value!r})"
    if isinstance(value, str) and "\\x00" not in value:
        return "'" + str(value).replace("'", "''").replace("%", "%%") + "'"
    return None
