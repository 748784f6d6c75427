"""The addresses of the outbox; each button of a dispatch is a noun below it."""

from __future__ import annotations

from django.urls import path

from kashuv.desk.outbox.views import DEEDS, deed, outbox

urlpatterns = [
    path("", outbox, name="outbox"),
    *(path(f"<uuid:key>/{noun}/", deed, {"noun": noun}, name=f"dispatch-{noun}") for noun in DEEDS),
]
