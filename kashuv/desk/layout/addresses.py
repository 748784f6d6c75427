"""Addresses with keys in them, found once: a page with thirty links to clients asks Django's router one time."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import cache

from django.urls import get_script_prefix, reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


def address(name: str, *keys: uuid.UUID) -> SafeString:
    """What `reverse` says of an address whose every part is a key; there is nothing in it to escape."""
    return mark_safe(_pattern(name, len(keys), get_script_prefix()) % keys)


def towards(name: str) -> Callable[[uuid.UUID], SafeString]:
    """The addresses of one name with one key in them, for a list of them."""
    pattern = _pattern(name, 1, get_script_prefix())
    return lambda key: mark_safe(pattern % key)


@cache
def _pattern(name: str, places: int, prefix: str) -> str:
    marks = [uuid.UUID(int=n + 1) for n in range(places)]
    pattern = escape(reverse(name, args=marks)).replace("%", "%%")
    for mark in marks:
        pattern = pattern.replace(str(mark), "%s")
    return pattern
