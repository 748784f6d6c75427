"""Looks at the mailboxes: what stands in the way of one, which is behind, and what was kept without being read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from kashuv.cli.checkup.finding import Finding
from kashuv.cli.counting import counted
from kashuv.foundation import sentences
from kashuv.foundation.belonging import across_workspaces
from kashuv.rooms.post.models import Copy, Folder, Mailbox

PATIENCE = timedelta(minutes=30)  # a mailbox is visited every few minutes


def look(at: datetime) -> Iterator[Finding]:
    """One finding for each mailbox that is followed."""
    with across_workspaces("the doctor looks at the whole house"):
        mailboxes = list(Mailbox.objects.fetched().order_by("address"))
    for mailbox in mailboxes:
        yield _look(mailbox, at)


def _look(mailbox: Mailbox, at: datetime) -> Finding:
    name = f"mailbox {mailbox.address}"
    if mailbox.trouble:
        since = f" (since {mailbox.troubled_at:%Y-%m-%d %H:%M} UTC)" if mailbox.troubled_at else ""
        advice = "mend it at /settings/mailboxes/, then run kashuv sync"
        return Finding(name, "wrong", f"{sentences.read(mailbox.trouble)}{since}", advice)
    if (mailbox.looked_at or mailbox.made_at) < at - PATIENCE:
        last = f"{mailbox.looked_at:%Y-%m-%d %H:%M} UTC" if mailbox.looked_at else "never"
        return Finding(name, "wrong", f"last looked at: {last}", "start kashuv serve, or run kashuv sync")
    return _count(mailbox, name)


def _count(mailbox: Mailbox, name: str) -> Finding:
    folders = Folder.objects.within(mailbox.workspace_id).filter(mailbox_id=mailbox.id, followed=True)
    behind = [
        f"{folder.path} {folder.ours or 0:,} of {folder.theirs or 0:,}"
        for folder in folders
        if not folder.is_in_step
    ]
    if behind:
        return Finding(name, "note", f"still on its way: {', '.join(behind)}")
    refused = (
        Copy.objects.within(mailbox.workspace_id)
        .filter(folder__mailbox_id=mailbox.id)
        .exclude(refused="")
        .count()
    )
    kept = f"; {counted(refused, 'letter')} kept that could not be read" if refused else ""
    return Finding(name, "good", f"in step with its server{kept}")
