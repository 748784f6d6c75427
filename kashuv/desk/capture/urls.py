"""The address of capture."""

from django.urls import path

from kashuv.desk.capture.calling import calling
from kashuv.desk.capture.texting import texting
from kashuv.desk.capture.views import capture, undoing

urlpatterns = [
    path("", capture, name="capture"),
    path("calls/<uuid:key>/", calling, name="calling"),
    path("messages/<uuid:key>/<slug:kind>/", texting, name="texting"),
    path("<uuid:key>/undoing/", undoing, name="capture-undoing"),
]
