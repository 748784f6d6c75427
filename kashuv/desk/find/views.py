"""Find anything, do anything."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kashuv.desk.doorway import for_members


@for_members
def find(request: HttpRequest) -> HttpResponse:
    return render(request, "find/page.html")
