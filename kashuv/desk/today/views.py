"""The first page of the day."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kashuv.desk.doorway import for_members
from kashuv.desk.today.page import today_page
from kashuv.foundation import clock
from kashuv.rooms.today.items import FIRST_SCREEN
from kashuv.rooms.today.plan import MOST, plan_for


@for_members
def today(request: HttpRequest) -> HttpResponse:
    """Who needs her, why, and the next step; with `?all` also what can wait."""
    now = clock.now()
    plan = plan_for(request.member, now, limit=MOST if "all" in request.GET else FIRST_SCREEN)
    page = today_page(request.member, plan, now)
    return render(request, "today/page.html", {"page": page, "now": now})
