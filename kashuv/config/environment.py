"""What the house is told from outside: the environment first, then `kashuv.toml` in the data folder.

Nonsense is refused loudly, with what to do; see `Wrong`.
"""

from __future__ import annotations

import os
import secrets
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from kashuv.foundation import sqlite
from kashuv.foundation.wrong import Wrong


def data_folder() -> Path:
    """The folder of the database and the keys; made if absent.

    Raises Wrong if it can't be made or is not a folder.
    """
    folder = Path(os.environ.get("KASHUV_DATA") or "~/.local/share/kashuv").expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as refusal:
        raise Wrong(
            f"The data folder {folder} can't be made ({refusal.strerror}); set KASHUV_DATA to another."
        ) from None
    return folder


def told(folder: Path) -> dict[str, str]:
    """The settings of `kashuv.toml`, under the names of the environment (`base_url` is KASHUV_BASE_URL)."""
    file = folder / "kashuv.toml"
    if not file.exists():
        return {}
    try:
        values: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as refusal:
        raise Wrong(f"{file} can't be read as TOML: {refusal}.") from None
    return {_outer_name(key): str(value) for key, value in values.items()}


def _outer_name(key: str) -> str:
    return key.upper() if key.lower() == "database_url" else f"KASHUV_{key.upper()}"


def secret_key(folder: Path, given: str | None) -> str:
    """The key that signs sessions and links; made and kept on the first start if none is given."""
    if given:
        if len(given) < 32:
            raise Wrong(
                "KASHUV_SECRET_KEY is too short: use at least 32 characters, or leave it out to have one made."
            )
        return given
    file = folder / "secret.key"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text().strip()


def zone(name: str) -> str:
    """The name of a time zone that exists; raises Wrong otherwise."""
    try:
        ZoneInfo(name)
    except Exception:  # ZoneInfo raises five kinds for as many spellings of nonsense
        raise Wrong(
            f"KASHUV_TIME_ZONE is {name!r}, which is no time zone; an example is Asia/Jerusalem."
        ) from None
    return name


def language(name: str) -> str:
    if name not in ("he", "en"):
        raise Wrong(f"KASHUV_LANGUAGE is {name!r}; it can be he or en.")
    return name


def count(name: str, text: str) -> int:
    """A whole number, nought or more."""
    if not text.isdecimal():
        raise Wrong(f"{name} is {text!r}; it has to be a whole number.")
    return int(text)


def database(url: str, folder: Path) -> dict[str, Any]:
    """Django's settings for the database of that address; SQLite in the data folder if the address is empty."""
    if not url:
        return _sqlite(folder / "kashuv.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(parts.path))
    if parts.scheme not in ("postgres", "postgresql"):
        raise Wrong(
            f"DATABASE_URL begins with {parts.scheme or url!r}; it can be postgres://… or sqlite:///…."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": _host(parts.hostname, parts.query),
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
    }


def _host(hostname: str | None, query: str) -> str:
    """The server's name, or the folder of its socket (`?host=/run/…`)."""
    named = dict(pair.split("=", 1) for pair in query.split("&") if "=" in pair)
    return unquote(named.get("host", hostname or ""))


def _sqlite(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": sqlite.options(),
        "CONN_MAX_AGE": None,
    }
