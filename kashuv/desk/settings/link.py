"""The secret link of the calendar feed: made, shown once, revoked."""

from __future__ import annotations

import uuid

from django.conf import settings as told
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import back, say
from kashuv.foundation import clock
from kashuv.rooms.team import passes
from kashuv.rooms.team.models import Pass


@require_POST
@never_cache
@for_members
def calendar(request: HttpRequest) -> HttpResponse:
    """A new link; this page is the only one that ever shows it."""
    _issued, token = passes.issue(request.member, Pass.Opens.CALENDAR, at=clock.now())
    return render(request, "settings/link.html", {"page": {"link": _link(request, token)}})


@require_POST
@for_members
def revocation(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The link opens nothing from now on; that is not undone, a new one is made instead."""
    mine = Pass.objects.within(request.member.workspace_id).filter(member_id=request.member.id)
    passes.revoke(get_object_or_404(mine, pk=key), by=request.member, at=clock.now())
    say(request, _("The link is dead."))
    return back(request, reverse("settings"))


def _link(request: HttpRequest, token: str) -> str:
    path = reverse("calendar", args=[token])
    return f"{told.BASE_URL}{path}" if told.BASE_URL else request.build_absolute_uri(path)
