"""What stands beside the editor: how this client wishes to be written to, what was seen of it, what we owe each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kashuv.desk.clients.about import about
from kashuv.desk.clients.margin import contact
from kashuv.desk.clients.margin.differing import differs
from kashuv.desk.clients.margin.habits import Habits, habits
from kashuv.desk.clients.margin.observed import told_habits
from kashuv.desk.clients.words import FORMS, MANNERS
from kashuv.rooms.clients.models import Detail, Manner
from kashuv.rooms.conversations import templates
from kashuv.rooms.conversations.models import Draft, Template
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member

OWED = 5


@dataclass(frozen=True, slots=True)
class Wish:
    """A stated manner; `differs` says where what is seen is otherwise."""

    kind: object
    words: str
    differs: str


@dataclass(frozen=True, slots=True)
class Beside:
    """`form` is how the addressee is spoken to; `leave_alone` are requests not to be written to."""

    form: object
    wishes: tuple[Wish, ...]
    seen: tuple[str, ...]
    leave_alone: tuple[str, ...]
    owed: tuple[Promise, ...]
    templates: tuple[Template, ...]


def beside(member: Member, draft: Draft, now: datetime) -> Beside:
    """For a draft to a stranger there are only the templates."""
    form = FORMS[draft.person.form] if draft.person and draft.person.form in FORMS else ""
    offered = tuple(templates.offered_to(member))
    if draft.client_id is None:
        return Beside(form, (), (), (), (), offered)
    seen = habits(contact.recent(about(member, draft.client_id), now), member.workspace.zone)
    return Beside(
        form, _wishes(draft, seen), told_habits(seen), _leave_alone(draft, now), _owed(draft), offered
    )


def _wishes(draft: Draft, seen: Habits) -> tuple[Wish, ...]:
    stated = Manner.objects.within(draft.workspace_id).filter(client_id=draft.client_id).order_by("id")
    return tuple(Wish(MANNERS[one.kind], one.words, differs(one.kind, one.words, seen)) for one in stated)


def _leave_alone(draft: Draft, now: datetime) -> tuple[str, ...]:
    here = Detail.objects.within(draft.workspace_id).filter(client_id=draft.client_id, leave_alone=True)
    still = here.exclude(leave_alone_until__lt=now)
    return tuple(still.order_by("id").values_list("words", flat=True))


def _owed(draft: Draft) -> tuple[Promise, ...]:
    ours = Promise.objects.within(draft.workspace_id).filter(client_id=draft.client_id).ours().open()
    return tuple(ours.order_by("due_at", "id")[:OWED])
