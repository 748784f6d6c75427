"""What the house is told from outside: the environment first, then `kashuv.toml` in the data folder.

Nonsense is refused loudly, with what to do (`Wrong`); what each setting may be is checked in checks.py.
"""

from __future__ import annotations

import os
import secrets
import tomllib
from pathlib import Path
from typing import Any

from kashuv.foundation.wrong import Wrong

SETTINGS = (
    "DATABASE_URL",
    "KASHUV_BASE_URL",
    "KASHUV_GOOGLE_CLIENT_ID",
    "KASHUV_GOOGLE_CLIENT_SECRET",
    "KASHUV_LANGUAGE",
    "KASHUV_MAIL_CA",
    "KASHUV_MICROSOFT_CLIENT_ID",
    "KASHUV_MICROSOFT_CLIENT_SECRET",
    "KASHUV_MICROSOFT_TENANT",
    "KASHUV_PRIVATE_NETWORKS",
    "KASHUV_SEALING_KEY",
    "KASHUV_SECRET_KEY",
    "KASHUV_SMTP_FROM",
    "KASHUV_SMTP_HOST",
    "KASHUV_SMTP_PASSWORD",
    "KASHUV_SMTP_PORT",
    "KASHUV_SMTP_TLS",
    "KASHUV_SMTP_USER",
    "KASHUV_TIME_ZONE",
    "KASHUV_TRUSTED_PROXIES",
)
SHORTEST_KEY = 32


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
    """All that was said, by the names of the environment; an empty word there says nothing."""
    said = {name: os.environ[name] for name in SETTINGS if os.environ.get(name)}
    return {**_written(folder / "kashuv.toml"), **said}


def _written(file: Path) -> dict[str, str]:
    """The settings of the file, of which `base_url` is KASHUV_BASE_URL; a name that is none is refused."""
    if not file.exists():
        return {}
    try:
        values: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as refusal:
        raise Wrong(f"{file} can't be read ({refusal.strerror}).") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as refusal:
        raise Wrong(f"{file} can't be read as TOML: {refusal}.") from None
    return {_outer_name(name, file): _plain(name, value, file) for name, value in values.items()}


def _outer_name(name: str, file: Path) -> str:
    outer = name.upper() if name.lower() == "database_url" else f"KASHUV_{name.upper()}"
    if outer not in SETTINGS:
        raise Wrong(f"{file} says {name!r}, which is no setting; base_url and language are some.")
    return outer


def _plain(name: str, value: Any, file: Path) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str | int):
        raise Wrong(f"{file} gives {name} more than one plain value.")
    return str(value)


def secret_key(folder: Path, given: str | None) -> str:
    """The key that signs sessions and links; made and kept on the first start if none is given."""
    return _key("KASHUV_SECRET_KEY", given, folder / "secret.key")


def sealing_key(folder: Path, given: str | None) -> str:
    """The key under which mail passwords and tokens are kept, never in the database; made on the first start as well.

    Machines that serve the same database must be given the same one.
    """
    return _key("KASHUV_SEALING_KEY", given, folder / "sealing.key")


def _key(name: str, given: str | None, file: Path) -> str:
    if given and len(given) < SHORTEST_KEY:
        raise Wrong(
            f"{name} is too short: use at least {SHORTEST_KEY} characters, or leave it out to have one made."
        )
    return given or _kept_key(file)


def _kept_key(file: Path) -> str:
    try:
        if not file.exists():
            _make_key(file)
        key = file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        key = ""
    if len(key) < SHORTEST_KEY:
        raise Wrong(
            f"The key in {file} can't be read; bring it back from a backup, or take it away to have one made."
        )
    return key


def _make_key(file: Path) -> None:
    """Whole or not at all: of two processes that start together, both go by the key of the first."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    fresh.touch(mode=0o600)
    fresh.write_text(secrets.token_urlsafe(48), encoding="ascii")
    try:
        os.link(fresh, file)
    except FileExistsError:
        pass
    except OSError:  # a file system that knows no links
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
