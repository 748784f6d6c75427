"""How a deed is answered: with a word on what was done and its undo, back on the page that it was done from."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise as Words
from django.utils.http import url_has_allowed_host_and_scheme

SHEET = "sheet-body"


def say(request: HttpRequest, words: str | Words, *, undo: str = "") -> None:
    """A toast on the next page; `undo` is the address to which its undo button posts."""
    messages.success(request, str(words), extra_tags=undo)  # said now, while her tongue is in force


def back(request: HttpRequest, otherwise: str = "/") -> HttpResponse:
    """Back to the page that the deed was done from; a sheet closes and the page below it is drawn anew.

    A form that stood on a page of its own has been sent: from there it goes on to `otherwise`, and as a whole page, since
    that one has a margin and style sheets of its own.
    """
    if _in_sheet(request):
        return HttpResponse(headers={"HX-Refresh": "true"})
    came_from = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or ""
    ours = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure())
    if ours and urlsplit(came_from).path != request.path:
        return HttpResponseRedirect(came_from, status=303)
    if "HX-Request" in request.headers:
        return HttpResponse(headers={"HX-Redirect": otherwise})
    return HttpResponseRedirect(otherwise, status=303)


def onward(name: str, *keys: object) -> HttpResponse:
    """To the page where it goes on."""
    return HttpResponseRedirect(reverse(name, args=keys), status=303)


def again(request: HttpRequest, template: str, page: Any) -> HttpResponse:
    """The form once more, with what was wrong; below a sheet the address stays that of the page."""
    response = render(request, template, {"page": page}, status=422)
    if _in_sheet(request):
        response.headers["HX-Push-Url"] = "false"
    return response


def _in_sheet(request: HttpRequest) -> bool:
    return request.headers.get("HX-Target") == SHEET
