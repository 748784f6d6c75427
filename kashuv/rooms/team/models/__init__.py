"""The nouns of the team."""

from kashuv.rooms.team.models.login import Login
from kashuv.rooms.team.models.member import Member
from kashuv.rooms.team.models.pass_ import Pass
from kashuv.rooms.team.models.quiet import QuietHours
from kashuv.rooms.team.models.workspace import Workspace

__all__ = ["Login", "Member", "Pass", "QuietHours", "Workspace"]
