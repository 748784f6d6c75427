"""`kashuv story FILE`: tells a made-up firm in a throwaway workspace and answers its questions, a JSON line each."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kashuv.cli.house import Refusal, migrate, opened


def main(argv: Sequence[str]) -> int:
    wish = _parser().parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="kashuv-story-") as folder:
        os.environ["KASHUV_DATA"] = folder
        os.environ["DATABASE_URL"] = ""
        return _tell(wish)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kashuv story",
        description="Tells a made-up firm through the product's own flows and answers the questions that it asks.",
        epilog="Nothing of it touches your own data. The format, with an example: docs/story.md.",
    )
    parser.add_argument(
        "file", metavar="FILE", help="the story, one JSON object; - reads it from standard input"
    )
    return parser


@opened
def _tell(wish: argparse.Namespace) -> int:
    pages = _pages(wish.file)

    from kashuv.flows import story  # needs Django, which the wrapper has loaded

    try:
        book = story.read_book(pages)
        _stage()
        told = story.tell(book)
    except story.Nonsense as nonsense:
        raise Refusal(str(nonsense)) from None
    for question in book.part("ask"):
        print(json.dumps(story.answer(told, question), ensure_ascii=False), flush=True)
    return 0


def _pages(file: str) -> Any:
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
        return json.loads(text)
    except OSError as refusal:
        raise Refusal(f"{file} can't be read ({refusal.strerror})") from None
    except (json.JSONDecodeError, UnicodeDecodeError) as refusal:
        raise Refusal(f"{file} is no JSON: {refusal}") from None


def _stage() -> None:
    """A database that nobody will miss: no journal to disk, no waiting for it."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
        cursor.execute("PRAGMA journal_mode=MEMORY")
    migrate()
