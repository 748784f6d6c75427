"""Who may see a mailbox, and who may change it; what a member may not is not there for her (404)."""

from __future__ import annotations

import uuid

from django.http import Http404

from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.team.models import Member


def mailbox_seen(member: Member, key: uuid.UUID) -> Mailbox:
    """Her own, the team's; for a leader, that of anybody."""
    found = Mailbox.objects.seen_by(member).select_related("member").filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def may_change(member: Member, mailbox: Mailbox) -> bool:
    """Her own is hers alone, also to its leaders; the team's is changed by those who lead."""
    return mailbox.member_id == member.id or (mailbox.member_id is None and member.leads)


def mailbox_changed(member: Member, key: uuid.UUID) -> Mailbox:
    """One that she may change."""
    found = mailbox_seen(member, key)
    if not may_change(member, found):
        raise Http404
    return found


def mailbox_ended(member: Member, key: uuid.UUID) -> Mailbox:
    """One that she may close: whoever leads also closes the mailbox of somebody who has left."""
    found = mailbox_seen(member, key)
    if not (may_change(member, found) or member.leads):
        raise Http404
    return found
