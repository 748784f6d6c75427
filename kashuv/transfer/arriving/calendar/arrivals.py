"""What the child read in a calendar, as arrivals: meetings as things said, birthdays of people whom we know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kashuv.flows.arrived import Arrived, Contact, ContactArrived, EventArrived, SaidElsewhere
from kashuv.foundation.folding import fold
from kashuv.rooms.clients.models import Person
from kashuv.rooms.team.models import Workspace
from kashuv.transfer.arriving.reader import wire


def of(workspace: Workspace, answer: Mapping[str, Any]) -> list[Arrived]:
    """The arrivals of one event; a birthday of nobody whom we know is none."""
    birthdays = [wire.contact(told) for told in answer["birthdays"]]
    return [
        *(_event(told) for told in answer.get("events", ())),
        *(_meeting(told) for told in answer["meetings"]),
        *(ContactArrived(contact) for contact in birthdays if _is_known(workspace, contact)),
    ]


def _event(told: Mapping[str, Any]) -> EventArrived:
    places = {name: at for name, when in told["places"].items() if (at := wire.moment(when))}
    otherwise, until = wire.moment(told["otherwise"]), wire.moment(told["named_until"])
    return EventArrived(told["uid"], places, frozenset(told["gone"]), otherwise, until)


def _meeting(told: Mapping[str, Any]) -> SaidElsewhere:
    at = wire.moment(told["at"])
    assert at is not None  # the child tells of no meeting without its moment
    return SaidElsewhere(
        identity=told["identity"],
        kind="meeting",
        direction=told["direction"],
        at=at,
        who=tuple(wire.contact(one) for one in told["who"]),
        text=told["text"],
        reading=wire.reading(told["reading"]),
        subject=told["subject"],
        formerly=tuple(told["formerly"]),
    )


def _is_known(workspace: Workspace, contact: Contact) -> bool:
    people = Person.objects.within(workspace.id).filter(folded=fold(contact.name), merged_into__isnull=True)
    return people.count() == 1
