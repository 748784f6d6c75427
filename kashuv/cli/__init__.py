"""The terminal's door: `kashuv COMMAND`. One file for each command; only the one that is called is loaded."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

COMMANDS = {
    "demo": "a filled demo workspace in its own data folder, served in the browser",
    "init": "the first workspace and its owner",
    "password": "a new password for a member who has lost the old one",
    "serve": "web, background worker and timetable, as one command",
    "work": "a background worker by itself, for a further process or machine",
    "bring": "bring mail, contacts, calendars and chats in",
    "sync": "fetch all mailboxes now",
    "today": "who needs you today, why, and with what first sentence",
    "read": "the language core by itself: JSON lines in, JSON lines out",
    "story": "tells a made-up firm through the product's own flows and answers questions on it",
    "doctor": "checks database, queue, clock, disk and keys, and says what to do",
    "backup": "the whole installation into one file, while running",
    "restore": "an installation from such a file",
    "export": "everything held on one client, or on all",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; 0 success, 2 wrong usage, 1 any other failure, said in one sentence."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or words[0] in ("-h", "--help", "help"):
        print(_usage())
        return 0 if words else 2
    if words[0] not in COMMANDS:
        print(f"kashuv: there is no command {words[0]!r}; kashuv --help lists them.", file=sys.stderr)
        return 2
    return _run(words[0], words[1:])


def _run(command: str, rest: list[str]) -> int:
    module = importlib.import_module(f"kashuv.cli.{command}")
    try:
        return int(module.main(rest) or 0)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has left; that is no failure of ours to speak of
        return 1
    except KeyboardInterrupt:
        return 130


def _usage() -> str:
    lines = [f"  {name:8} {what}" for name, what in COMMANDS.items()]
    more = "kashuv COMMAND --help tells more of one; the guide stands in docs/guide, a story's format in docs/story.md."
    return "\n".join(["usage: kashuv COMMAND …", "", *lines, "", more])
