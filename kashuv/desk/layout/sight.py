"""As much of a member as a gate asks for: by it a question that passes the gate is prepared once for all members."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from kashuv.rooms.team.models import Member


@dataclass(frozen=True, slots=True)
class Sight:
    """Whose eyes they are, and whether she leads; `seen_by` takes it in the place of the member herself."""

    workspace_id: uuid.UUID
    id: uuid.UUID
    leads: bool

    @classmethod
    def of(cls, member: Member) -> Sight:
        return cls(member.workspace_id, member.id, member.leads)
