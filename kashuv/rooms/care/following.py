"""Signs follow the words that they rest on, when these turn out to be another client's, or nobody's."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db.models import OuterRef, Subquery

from kashuv.foundation.portions import portions
from kashuv.rooms.care.models import Sign
from kashuv.rooms.conversations.models import Entry


def follow(workspace_id: uuid.UUID, entry_ids: Sequence[uuid.UUID]) -> None:
    """Puts signs with the client of their entry; an entry without one leaves them where they are."""
    whose = Entry.objects.within(workspace_id).filter(pk=OuterRef("entry_id")).values("client_id")
    for some in portions(entry_ids):
        signs = Sign.objects.within(workspace_id).filter(entry_id__in=some, entry__client__isnull=False)
        keys = list(signs.values_list("id", flat=True))
        Sign.objects.within(workspace_id).filter(pk__in=keys).update(client_id=Subquery(whose))


def withdraw(workspace_id: uuid.UUID, entry_ids: Sequence[uuid.UUID]) -> None:
    """Takes back the open signs of entries that belong to no client any more."""
    for some in portions(entry_ids):
        signs = Sign.objects.within(workspace_id).filter(
            entry_id__in=some, entry__client__isnull=True, closed_at__isnull=True
        )
        keys = list(signs.values_list("id", flat=True))
        Sign.objects.within(workspace_id).filter(pk__in=keys).delete()
