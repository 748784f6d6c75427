"""Find anything, do anything."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kashuv.desk.doorway import for_members


@for_members
def today(request: HttpRequest) -> HttpResponse:
    return render(request, "today/page.html")


@for_members
def counts(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")
