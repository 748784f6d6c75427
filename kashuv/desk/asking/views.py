"""What the fields show while one types."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kashuv.desk.asking.due import due_of
from kashuv.desk.asking.whom import whom
from kashuv.desk.doorway import for_members
from kashuv.foundation import clock


@for_members
def who(request: HttpRequest) -> HttpResponse:
    """Names to choose from."""
    return render(request, "asking/who.html", {"found": whom(request.member, _typed(request))})


@for_members
def due(request: HttpRequest) -> HttpResponse:
    """The moment that was understood."""
    text = _typed(request)
    at = due_of(text, clock.now(), request.member.workspace) if text else None
    return render(request, "asking/due.html", {"text": text, "at": at})


def _typed(request: HttpRequest) -> str:
    """The field's words, whatever the form calls it."""
    return next(iter(request.GET.values()), "").replace("\x00", "")[:200]
