"""The product's addresses and an empty page behind the same doorway."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from kashuv.desk.doorway import for_members


@for_members
def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse("<!doctype html><title>·</title>")


urlpatterns = [path("bench/empty/", empty), path("", include("kashuv.config.urls"))]
