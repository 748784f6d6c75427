"""What one key does to a promise: keeping, release, acceptance, dismissal; and their undoing."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise as Words
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import back, onward, say
from kashuv.desk.promises.releasing import asks_why
from kashuv.foundation import clock
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Promise


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb of the ledger, what is said when it was done, and the noun that undoes it."""

    verb: Callable[..., bool]
    said: str | Words
    undo: str = ""


DEEDS = {
    "keeping": Deed(ledger.keep, _("Kept."), "reopening"),
    "release": Deed(ledger.release, _("Released: nobody owes it any more."), "reopening"),
    "acceptance": Deed(ledger.accept, _("Taken into the ledger."), "doubt"),
    "dismissal": Deed(ledger.dismiss, _("Dismissed: it was no promise."), "reopening"),
    "reopening": Deed(ledger.reopen, _("It stands again.")),
    "doubt": Deed(ledger.doubt, _("It is only proposed again.")),
}


@require_POST
@for_members
def deed(request: HttpRequest, key: uuid.UUID, noun: str) -> HttpResponse:
    """Does it, says so, and offers to undo it; what somebody else has done meanwhile is said as well."""
    promise = get_object_or_404(Promise.objects.seen_by(request.member), pk=key)
    chosen, now = DEEDS[noun], clock.now()
    if noun == "release" and asks_why(promise, now):
        return onward("promise-releasing", key)
    if chosen.verb(promise, by=request.member, at=now):
        say(request, chosen.said, undo=reverse(f"promise-{chosen.undo}", args=[key]) if chosen.undo else "")
    else:
        say(request, _("It no longer stood so; nothing was changed."))
    return back(request, reverse("promises"))
