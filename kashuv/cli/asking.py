"""Asks at the terminal for what should stand on no command line."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from kashuv.cli.house import Refusal


@contextmanager
def strong_enough() -> Iterator[None]:
    """Why a password is too weak is said in the tongue of a terminal's other sentences, whatever the house's own."""
    from django.core.exceptions import ValidationError
    from django.utils import translation

    try:
        with translation.override("en"):
            yield
    except ValidationError as weak:
        raise Refusal(" ".join(weak.messages)) from None


def new_password() -> str:
    """A password, asked for twice; without a terminal KASHUV_PASSWORD says it. Raises Refusal."""
    given = os.environ.get("KASHUV_PASSWORD")
    if given:
        return given
    if not sys.stdin.isatty():
        raise Refusal("there is no terminal to ask for a password; set KASHUV_PASSWORD")
    first = getpass.getpass("Password: ")
    if first != getpass.getpass("Once more: "):
        raise Refusal("the two passwords differ; please try again")
    return first
