"""The addresses of promises."""

from django.urls import path

from kashuv.desk.promises.views import promises

urlpatterns = [path("", promises, name="promises")]
