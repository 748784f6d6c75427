"""Find anything, do anything."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kashuv.desk.doorway import for_members


@for_members
def promises(request: HttpRequest) -> HttpResponse:
    return render(request, "promises/page.html")
