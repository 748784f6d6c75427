"""The product's addresses, an empty page of the desk, and an empty answer behind the same doorway."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from kashuv.desk.doorway import for_members


@for_members
def empty(request: HttpRequest) -> HttpResponse:
    """The frame of every page, with nothing in it."""
    return render(request, "layout/base.html")


@for_members
def bare(request: HttpRequest) -> HttpResponse:
    """No page at all: what the doorway alone takes."""
    return HttpResponse("<!doctype html><title>·</title>")


urlpatterns = [
    path("bench/empty/", empty),
    path("bench/bare/", bare),
    path("", include("kashuv.config.urls")),
]
