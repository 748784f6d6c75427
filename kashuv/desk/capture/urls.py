"""The address of capture."""

from django.urls import path

from kashuv.desk.capture.views import capture, undoing

urlpatterns = [
    path("", capture, name="capture"),
    path("<uuid:key>/undoing/", undoing, name="capture-undoing"),
]
