"""Find anything, do anything."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kashuv.desk.doorway import for_members
from kashuv.desk.find.page import find_page


@for_members
def find(request: HttpRequest) -> HttpResponse:
    """The page, or while one types only what was found."""
    page = find_page(request.member, request.GET.get("q", "")[:120])
    template = "find/found.html" if request.headers.get("HX-Target") == "found" else "find/page.html"
    return render(request, template, {"page": page})
