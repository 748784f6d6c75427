"""One tap records what was sent from one's own phone or mail program; one more takes the record back."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kashuv.desk.doorway import for_members
from kashuv.desk.drafts.elsewhere import leaves_by_us
from kashuv.desk.drafts.page import draft_of
from kashuv.desk.drafts.sending import unsendable
from kashuv.desk.drafts.views import typed_first
from kashuv.desk.layout.answers import onward, say
from kashuv.flows import outgoing
from kashuv.foundation import clock


@require_POST
@for_members
def telling(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """What was typed is kept first; then it stands on the timeline as said. A letter that we could send is not told."""
    found = draft_of(request.member, key)
    if leaves_by_us(found):
        raise Http404
    if request.POST.get("shown", str(found.version)) != str(found.version):
        say(request, _("Somebody has changed it meanwhile; look at it once more before it is recorded."))
        return onward("draft", key)
    if (answered := typed_first(request, found)) is not None:
        return answered
    try:
        told = outgoing.tell(found, by=request.member, at=clock.now())
    except outgoing.Unsendable as refusal:
        say(request, unsendable(refusal))
        return onward("draft", key)
    if told is not None:
        say(request, _("Recorded as sent by you."), undo=reverse("draft-untelling", args=[key]))
    return onward("client", found.client_id) if found.client_id else onward("drafts")


@require_POST
@for_members
def untelling(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """It was not sent after all."""
    if outgoing.untell(draft_of(request.member, key), by=request.member, at=clock.now()):
        say(request, _("Taken back; here it is."))
    return onward("draft", key)
