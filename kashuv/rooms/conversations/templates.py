"""Templates: letters that are written often; kept, changed, thrown away."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from kashuv.foundation.journal import writing as journal
from kashuv.rooms.conversations.models import Template
from kashuv.rooms.team.models import Member


def offered_to(member: Member) -> list[Template]:
    """Her own and everybody's, by name."""
    here = Template.objects.within(member.workspace_id)
    return list(here.filter(Q(member__isnull=True) | Q(member_id=member.id)).order_by("name", "id"))


@transaction.atomic
def keep(*, by: Member, at: datetime, shared: bool, **fields: Any) -> Template:
    """A new one, hers alone or everybody's."""
    template = Template.objects.create(
        workspace_id=by.workspace_id, member=None if shared else by, by=by, made_at=at, **fields
    )
    _tell(template, "template.kept", by, at)
    return template


@transaction.atomic
def change(template: Template, *, by: Member, at: datetime, **fields: Any) -> None:
    """Another name or text."""
    Template.objects.within(template.workspace_id).filter(pk=template.pk).update(**fields)
    _tell(template, "template.changed", by, at)


@transaction.atomic
def throw_away(template: Template, *, by: Member, at: datetime) -> None:
    """It is offered no more; letters written from it stay."""
    Template.objects.within(template.workspace_id).filter(pk=template.pk).delete()
    _tell(template, "template.thrown_away", by, at)


def _tell(template: Template, verb: str, by: Member, at: datetime) -> None:
    journal.write(journal.line(template.workspace_id, verb, template.id, at=at, by=by.id, name=template.name))
