"""Opens the house for a command: Django with the settings, a database that is up to date, and plain failures."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from kashuv.foundation.wrong import Wrong

Wishes = ParamSpec("Wishes")


class Refusal(Exception):
    """Why a command can't go on, in one sentence that says what to do."""


def opened(command: Callable[Wishes, int]) -> Callable[Wishes, int]:
    """Wraps a command: Django stands when it runs, and whatever goes wrong is said in one sentence, exit code 1."""

    @wraps(command)
    def run(*wishes: Wishes.args, **named: Wishes.kwargs) -> int:
        try:
            stand()
            return command(*wishes, **named)
        except (Refusal, Wrong) as why:
            print(f"kashuv: {why}", file=sys.stderr)
        except Exception as fault:  # the last wall before a person: never a traceback
            if os.environ.get("KASHUV_DEBUG"):
                raise
            print(f"kashuv: {_sentence(fault)}", file=sys.stderr)
        return 1

    return run


def stand() -> None:
    """Loads Django; raises Wrong if a setting can't be."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kashuv.config.settings")
    import django

    django.setup()


def migrate() -> None:
    """Brings the database up to date; quick when it is."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def _sentence(fault: Exception) -> str:
    first = (str(fault).strip() or fault.__class__.__name__).splitlines()[0]
    return f"something went wrong ({first}). Nothing was left half done; KASHUV_DEBUG=1 shows where it broke."


def workspace_named(slug: str | None) -> Any:
    """The workspace of that slug, or the only one; raises Refusal if there is none or a choice is needed."""
    from kashuv.rooms.team.models import Workspace

    found = list(Workspace.objects.filter(slug=slug) if slug else Workspace.objects.all()[:2])
    if not found:
        raise Refusal(
            "there is no workspace yet; make one with: kashuv init --workspace NAME --email ADDRESS"
        )
    if len(found) > 1:
        raise Refusal("there are several workspaces; say which with --workspace")
    return found[0]
