"""Passes: a secret is said once, opens one thing, and can be taken back."""

from __future__ import annotations

from datetime import timedelta

from kashuv.rooms.team import passes
from kashuv.rooms.team.models import Member, Pass


def test_a_pass_is_known_by_its_token_alone(noa, now) -> None:
    issued, token = passes.issue(noa, Pass.Opens.CALENDAR, at=now)

    assert passes.holder(token, Pass.Opens.CALENDAR, at=now) == noa
    assert issued.fingerprint not in token
    assert token.split("-", 1)[1] not in issued.fingerprint


def test_it_opens_nothing_else_and_nothing_elsewhere(noa, mallory, now) -> None:
    _issued, token = passes.issue(noa, Pass.Opens.CALENDAR, at=now)
    elsewhere = token.replace(noa.workspace_id.hex, mallory.workspace_id.hex)

    assert passes.holder(token, "something else", at=now) is None
    assert passes.holder(elsewhere, Pass.Opens.CALENDAR, at=now) is None


def test_revoked_run_out_or_of_somebody_who_left_it_is_dead(noa, now) -> None:
    first, token = passes.issue(noa, Pass.Opens.CALENDAR, at=now)
    assert passes.revoke(first, by=noa, at=now)
    assert not passes.revoke(first, by=noa, at=now)
    assert passes.holder(token, Pass.Opens.CALENDAR, at=now) is None

    second, token = passes.issue(noa, Pass.Opens.CALENDAR, at=now)
    mine = Pass.objects.within(noa.workspace_id).filter(pk=second.pk)
    mine.update(expires_at=now + timedelta(hours=1))
    assert passes.holder(token, Pass.Opens.CALENDAR, at=now) == noa
    assert passes.holder(token, Pass.Opens.CALENDAR, at=now + timedelta(hours=1)) is None

    mine.update(expires_at=None)
    Member.objects.within(noa.workspace_id).filter(pk=noa.pk).update(active=False)
    assert passes.holder(token, Pass.Opens.CALENDAR, at=now) is None
