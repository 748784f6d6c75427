"""Pages that belong to no room: the accessibility statement, and what is said when something fails."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def accessibility(request: HttpRequest) -> HttpResponse:
    """The statement that Israeli Standard 5568 asks for; open to everybody."""
    return render(request, "layout/accessibility.html")


def confused(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "layout/errors/400.html", status=400)


def unknown(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "layout/errors/404.html", status=404)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "layout/errors/403.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "layout/errors/500.html", status=500)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose secret is too old or missing (CSRF): nothing was done, and trying again helps."""
    return render(request, "layout/errors/stale.html", status=403)


def hasty(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Too many tries in a short time (429)."""
    return render(request, "layout/errors/429.html", status=429)
