"""Asks at the terminal for what should stand on no command line."""

from __future__ import annotations

import getpass
import os
import sys

from kashuv.cli.house import Refusal


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
