"""Windows: until when WhatsApp lets us write to a person in our own words: a day after he last wrote to that gateway."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max

from kashuv.foundation.folding import digits
from kashuv.rooms.clients.models import Address
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.post.channels.whatsapp import WINDOW
from kashuv.rooms.post.models import Gateway


def free_until(gateway: Gateway, number: str) -> datetime | None:
    """None if he has never written there. What he wrote to another phone of ours opens no window here."""
    home = gateway.workspace_id
    his = Address.objects.within(home).filter(kind=Address.Kind.PHONE, normal=digits(number))
    heard = Entry.objects.within(home).filter(
        kind=Entry.Kind.WHATSAPP,
        direction=Entry.Direction.IN,
        identity__startswith=f"{gateway.id.hex}:",
        person_id__in=his.values("person_id"),
    )
    last = heard.aggregate(last=Max("at"))["last"]
    return last + WINDOW if last else None
