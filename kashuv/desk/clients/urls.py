"""The addresses of clients."""

from __future__ import annotations

from django.urls import include, path

from kashuv.desk.clients.letter import views as letter
from kashuv.desk.clients.listing.views import clients
from kashuv.desk.clients.page.views import client
from kashuv.desk.clients.stream import deciding as findings

FINDING = "<uuid:client>/findings/<uuid:key>"
ENTRY = "<uuid:client>/entries/<uuid:entry>"

urlpatterns = [
    path("", clients, name="clients"),
    path("introductions/", include("kashuv.desk.clients.introductions.urls")),
    path("", include("kashuv.desk.clients.file.urls")),
    path("<uuid:client>/", client, name="client"),
    path(f"{ENTRY}/reading/", letter.reading, name="reading"),
    path(f"{ENTRY}/letter/", letter.letter, name="letter"),
    path(f"{ENTRY}/attachments/<uuid:key>/", letter.attachment, name="attachment"),
    path(f"{FINDING}/acceptance/", findings.acceptance, name="finding-acceptance"),
    path(f"{FINDING}/dismissal/", findings.dismissal, name="finding-dismissal"),
    path(f"{FINDING}/reconsidering/", findings.reconsidering, name="finding-reconsidering"),
]
