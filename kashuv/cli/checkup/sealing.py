"""Looks at the key under which passwords and tokens lie: whether nobody else may read it, and whether it opens them all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from kashuv.cli.checkup.finding import Finding
from kashuv.cli.counting import counted
from kashuv.foundation.belonging import across_workspaces
from kashuv.foundation.sealing import Unsealable
from kashuv.rooms.post.mailboxes import secret_of
from kashuv.rooms.post.models import Mailbox

NAME = "sealing key"
OTHERS = 0o077


def look() -> Iterator[Finding]:
    """One finding for the key, and one for each mailbox whose secret it does not open."""
    with across_workspaces("the doctor looks at the whole house"):
        mailboxes = list(Mailbox.objects.filter(active=True).order_by("address"))
    shut = [mailbox for mailbox in mailboxes if not _opens(mailbox)]
    yield _key(len(mailboxes) - len(shut), len(mailboxes))
    for mailbox in shut:
        advice = "bring back the sealing key it was connected under, or enter its password anew at /settings/mailboxes/"
        yield Finding(f"secret of {mailbox.address}", "wrong", "can't be opened with this key", advice)


def _key(opened: int, all_of_them: int) -> Finding:
    found = f"opens {opened:,} of {counted(all_of_them, 'mailbox', 'mailboxes')}"
    file: Path = settings.DATA / "sealing.key"
    if os.environ.get("KASHUV_SEALING_KEY"):
        return Finding(NAME, "good", f"given by KASHUV_SEALING_KEY; {found}")
    if file.exists() and file.stat().st_mode & OTHERS:
        return Finding(NAME, "wrong", f"others may read {file}", f"chmod 600 {file}")
    return Finding(NAME, "good", f"{file}; {found}")


def _opens(mailbox: Mailbox) -> bool:
    try:
        secret_of(mailbox)
    except Unsealable:
        return False
    return True
