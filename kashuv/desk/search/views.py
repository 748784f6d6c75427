"""Search as a page of its own, or as the list alone for whoever shows it inside a page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kashuv.desk.doorway import for_members
from kashuv.desk.search.page import search_page


@require_safe
@for_members
def search(request: HttpRequest) -> HttpResponse:
    """What is found; `said=1` also looks into what was said, though a name was found."""
    words = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    page = search_page(request.member, words, said=bool(request.GET.get("said")))
    alone = request.htmx and not request.htmx.boosted
    return render(request, "search/found.html" if alone else "search/page.html", {"page": page})
