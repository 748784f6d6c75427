"""Looks at the machine: clock, disk, keys, and the way out for mail."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection

from kashuv.cli.checkup.finding import Finding
from kashuv.foundation.belonging import across_workspaces
from kashuv.foundation.journal.event import Event

DRIFT = timedelta(minutes=2)
ROOM = 1_000_000_000  # bytes that should be free at the least
OTHERS = 0o077


def clock(at: datetime) -> Finding:
    """The clock must not stand before what has happened already, nor apart from the database's."""
    seen = _latest_known()
    if seen is not None and seen > at + DRIFT:
        found = f"shows {at:%Y-%m-%d %H:%M} UTC, but something was written at {seen:%Y-%m-%d %H:%M}"
        return Finding("clock", "wrong", found, "set the machine's clock (timedatectl set-ntp true)")
    return Finding("clock", "good", f"{at:%Y-%m-%d %H:%M} UTC")


def _latest_known() -> datetime | None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT now()")
            return cursor.fetchone()[0]
    file = Path(connection.settings_dict["NAME"])
    return datetime.fromtimestamp(file.stat().st_mtime, UTC) if file.exists() else None


def journal(at: datetime) -> Finding:
    """The journal's last line must not lie in the future."""
    with across_workspaces("the doctor looks at the whole house"):
        last = Event.objects.order_by("-id").first()
    if last is not None and last.at > at + DRIFT:
        return Finding(
            "journal", "wrong", f"its last line is of {last.at:%Y-%m-%d %H:%M} UTC", "set the clock"
        )
    return Finding("journal", "good", f"last line {last.at:%Y-%m-%d %H:%M} UTC" if last else "empty")


def disk() -> Finding:
    """Room for the database to grow, and for one backup of it."""
    free = shutil.disk_usage(settings.DATA).free
    held = sum(file.stat().st_size for file in Path(settings.DATA).glob("kashuv.sqlite3*"))
    found = f"{free / 1e9:,.1f} GB free in {settings.DATA}, {held / 1e9:,.1f} GB used"
    if free < max(ROOM, held):
        return Finding("disk", "wrong", found, "free some space, or move KASHUV_DATA to a larger disk")
    return Finding("disk", "good", found)


def keys() -> Finding:
    """The key must be there, and nobody else may read it."""
    if os.environ.get("KASHUV_SECRET_KEY"):
        return Finding("keys", "good", "given by KASHUV_SECRET_KEY")
    file = settings.DATA / "secret.key"
    if not file.exists():
        return Finding(
            "keys", "wrong", f"{file} is not there", "start kashuv serve once, or restore a backup"
        )
    open_to_others = [path for path in (file, settings.DATA) if path.stat().st_mode & OTHERS]
    if file in open_to_others:
        return Finding("keys", "wrong", f"others may read {file}", f"chmod 600 {file}")
    if open_to_others:
        return Finding("keys", "wrong", f"others may enter {settings.DATA}", f"chmod 700 {settings.DATA}")
    return Finding("keys", "good", f"{file}, for its owner alone")


def mail() -> Finding:
    """Without a mail server all but the morning letters works."""
    if settings.EMAIL_HOST:
        return Finding("mail", "good", f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}")
    return Finding(
        "mail", "note", "no mail server", "for morning letters set KASHUV_SMTP_HOST and KASHUV_SMTP_FROM"
    )
