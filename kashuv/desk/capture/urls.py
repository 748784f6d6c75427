"""The addresses of capture."""

from django.urls import path

from kashuv.desk.capture.views import capture

urlpatterns = [path("", capture, name="capture")]
