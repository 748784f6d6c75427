"""The files beside the database: the key comes back with the data that it belongs to; settings are of their place."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from django.conf import settings

from kashuv.foundation import clock

KEY, SETTINGS = "secret.key", "kashuv.toml"
KEPT = (KEY, SETTINGS)


def bring_key(folder: Path, *, keep: bool) -> None:
    """Puts the backup's key in its place; `keep` leaves the earlier one beside it, for the data that it belongs to."""
    here = settings.DATA / KEY
    if not (folder / KEY).exists():
        return
    if keep and here.exists():
        os.replace(here, here.with_name(f"{KEY}.before-{clock.now():%Y%m%d-%H%M%S}"))
    os.replace(folder / KEY, here)


def bring_settings(folder: Path) -> None:
    """Puts the backup's settings where there are none; beside those that are here, or where they name a database of
    their own, which is not the one that was just filled."""
    found, here = folder / SETTINGS, settings.DATA / SETTINGS
    if found.exists():
        fits = not here.exists() and not _names_a_database(found)
        os.replace(found, here if fits else here.with_name(f"{SETTINGS}.restored"))


def _names_a_database(file: Path) -> bool:
    return any(name.upper() == "DATABASE_URL" for name in tomllib.loads(file.read_text(encoding="utf-8")))
