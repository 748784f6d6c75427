"""Passes: give one out, revoke it, know it again. The secret is said once and kept only as its fingerprint."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from kashuv.foundation import secrets
from kashuv.foundation.journal import writing as journal
from kashuv.rooms.team.models import Member, Pass


@transaction.atomic
def issue(member: Member, opens: str, *, at: datetime) -> tuple[Pass, str]:
    """A new pass and its token, which nobody can ask for again."""
    secret = secrets.mint()
    issued = Pass.objects.create(
        workspace_id=member.workspace_id,
        member=member,
        opens=opens,
        fingerprint=secrets.fingerprint(secret),
        made_at=at,
    )
    journal.write(
        journal.line(member.workspace_id, "pass.issued", issued.id, at=at, by=member.id, opens=opens)
    )
    return issued, f"{member.workspace_id.hex}-{secret}"


@transaction.atomic
def revoke(revoked: Pass, *, by: Member, at: datetime) -> bool:
    """From now on it opens nothing; says whether it still did."""
    here = Pass.objects.within(revoked.workspace_id).filter(pk=revoked.pk, revoked_at__isnull=True)
    if not here.update(revoked_at=at):
        return False
    journal.write(journal.line(revoked.workspace_id, "pass.revoked", revoked.id, at=at, by=by.id))
    return True


def holder(token: str, opens: str, *, at: datetime) -> Member | None:
    """The member whose pass this token is, if it still opens that; None tells nothing about why."""
    workspace, _, secret = token.partition("-")
    try:
        workspace_id = uuid.UUID(workspace)
    except ValueError:
        return None
    known = Pass.objects.within(workspace_id).filter(
        fingerprint=secrets.fingerprint(secret), opens=opens, revoked_at__isnull=True
    )
    found = known.select_related("member__workspace").first()
    if found is None or not found.member.active or (found.expires_at and found.expires_at <= at):
        return None
    return found.member
