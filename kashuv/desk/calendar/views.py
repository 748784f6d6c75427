"""Opens the feed to whoever holds its pass; to all others it does not exist."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from kashuv.desk.calendar.feed import feed
from kashuv.foundation import clock
from kashuv.rooms.team import passes
from kashuv.rooms.team.models import Pass

HEADERS = {
    "Cache-Control": "private, max-age=900",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",  # the address itself is the secret
}


@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The member's feed in her own tongue and zone."""
    now = clock.now()
    member = passes.holder(token, Pass.Opens.CALENDAR, at=now)
    if member is None:
        raise Http404
    with translation.override(member.language), timezone.override(member.workspace.zone):
        body = feed(member, now)
    return HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=HEADERS)
