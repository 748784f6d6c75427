"""The doorway: who comes in, in which language, and under which rules her browser reads our pages."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation

from kashuv.foundation.belonging import across_workspaces
from kashuv.rooms.team.models import Member
from kashuv.rooms.team.recognising import recognised

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
    ]
)
Answer = Callable[[HttpRequest], HttpResponse]


class MemberMiddleware:
    """Finds the member behind the login; sets `request.member` (None for a guest), her language and her zone."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.member = _member(request)  # type: ignore[attr-defined]
        if request.member is None:
            return self.answer(request)
        with translation.override(request.member.language), timezone.override(request.member.workspace.zone):
            return self.answer(request)


def _member(request: HttpRequest) -> Member | None:
    """The member of the session's workspace; where she is none (any more), the first of the login's."""
    if not request.user.is_authenticated:
        return None
    chosen = request.session.get("workspace")
    if chosen and (member := recognised(request.user.pk, uuid.UUID(chosen))):
        return member
    mine = Member.objects.filter(login_id=request.user.pk, active=True).select_related("workspace")
    with across_workspaces("a login may be a member of several"):
        member = mine.order_by("joined_at").first()
    if member is not None:
        request.session["workspace"] = str(member.workspace_id)
    return member


class PolicyMiddleware:
    """Gives every answer the strict content policy, unless the view has set a stricter one of its own.

    What one member sees is kept by no cache that serves others.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response


def for_members(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of the desk: a guest is sent to sign in, and a login without a workspace is told so."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if request.member is None:  # type: ignore[attr-defined]
            return render(request, "accounts/nowhere.html", status=403)
        return view(request, *args, **kwargs)

    guarded.for_members = True  # type: ignore[attr-defined]
    return guarded


def frame(request: HttpRequest) -> dict[str, Any]:
    """What the frame around every page needs: the member, if there is one; no question to the database."""
    return {"member": getattr(request, "member", None)}
