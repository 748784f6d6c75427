"""The addresses of promises; each button of a promise is a noun below it."""

from __future__ import annotations

from django.urls import path

from kashuv.desk.promises.deeds import DEEDS, deed
from kashuv.desk.promises.moving import moves, undoing
from kashuv.desk.promises.noting import noting
from kashuv.desk.promises.views import older, promises

urlpatterns = [
    path("", promises, name="promises"),
    path("older/", older, name="promises-older"),
    path("new/", noting, name="promise-new"),
    path("<uuid:key>/moves/", moves, name="promise-moves"),
    path("<uuid:key>/moves/<uuid:move>/undoing/", undoing, name="promise-move-undoing"),
    *(path(f"<uuid:key>/{noun}/", deed, {"noun": noun}, name=f"promise-{noun}") for noun in DEEDS),
]
