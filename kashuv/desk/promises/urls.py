"""The addresses of promises; each button of a promise is a noun below it."""

from __future__ import annotations

from django.urls import path

from kashuv.desk.promises.closing import closing
from kashuv.desk.promises.deeds import DEEDS, deed
from kashuv.desk.promises.moving import moves, undoing
from kashuv.desk.promises.noting import noting
from kashuv.desk.promises.reassuring import reassurance
from kashuv.desk.promises.releasing import releasing
from kashuv.desk.promises.views import older, promises

urlpatterns = [
    path("", promises, name="promises"),
    path("older/", older, name="promises-older"),
    path("closing/", closing, name="closing"),
    path("new/", noting, name="promise-new"),
    path("<uuid:key>/moves/", moves, name="promise-moves"),
    path("<uuid:key>/moves/<uuid:move>/undoing/", undoing, name="promise-move-undoing"),
    path("<uuid:key>/reassurance/", reassurance, name="promise-reassurance"),
    path("<uuid:key>/releasing/", releasing, name="promise-releasing"),
    *(path(f"<uuid:key>/{noun}/", deed, {"noun": noun}, name=f"promise-{noun}") for noun in DEEDS),
]
