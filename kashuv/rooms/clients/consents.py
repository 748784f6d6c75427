"""Consents: notes what a person agreed to receive, in which words; and that he took it back, which is never undone."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kashuv.foundation.journal import writing as journal
from kashuv.foundation.storable import storable
from kashuv.rooms.clients.models import Consent, Person
from kashuv.rooms.team.models import Member

LONGEST = 300  # characters


@transaction.atomic
def note(person: Person, words: str, *, by: Member, at: datetime) -> Consent:
    """He agreed, in these words or on this form."""
    given = Consent.objects.create(
        workspace_id=person.workspace_id,
        person=person,
        words=storable(words)[:LONGEST],
        by=by,
        given_at=at,
    )
    _tell(given, person, "consent.given", by, at)
    return given


@transaction.atomic
def withdraw(given: Consent, *, by: Member, at: datetime) -> bool:
    """He took it back; says whether it still stood. Whoever agrees again has agreed anew."""
    here = Consent.objects.within(given.workspace_id).filter(pk=given.pk, withdrawn_at__isnull=True)
    if not here.update(withdrawn_at=at):
        return False
    given.withdrawn_at = at
    _tell(given, given.person, "consent.withdrawn", by, at)
    return True


def of(person: Person) -> list[Consent]:
    """All that he ever gave, the latest first."""
    here = Consent.objects.within(person.workspace_id).filter(person_id=person.id)
    return list(here.select_related("by").order_by("-given_at", "-id"))


def _tell(given: Consent, person: Person, verb: str, by: Member, at: datetime) -> None:
    journal.write(
        journal.line(
            given.workspace_id,
            verb,
            given.id,
            at=at,
            by=by.id,
            client=person.client_id,
            person=str(person.id),
        )
    )
