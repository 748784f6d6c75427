"""The plan as one entry of a calendar: who needs her today, on the day, taking no time of it."""

from __future__ import annotations

from datetime import UTC, datetime

from icalendar import Event

from kashuv.rooms.team.models import Member
from kashuv.rooms.today.plan import plan_for
from kashuv.rooms.today.wording import tongue


def today_event(member: Member, at: datetime) -> Event | None:
    """The first screen of her plan; None if nobody needs her."""
    plan = plan_for(member, at)
    if not plan.items:
        return None
    event = Event()
    event.add("uid", f"today-{member.id}-{plan.day.isoformat()}@kashuv")
    event.add("dtstart", plan.day)
    event.add("summary", tongue(member.language).subject(len(plan.items), plan.items[0].client.name))
    event.add(
        "description",
        "\n".join(f"{item.rank}. {item.client.name}: {item.why[0].text}" for item in plan.first),
    )
    event.add("last-modified", at.astimezone(UTC))
    event.add("transp", "TRANSPARENT")
    return event
