"""The addresses of find."""

from django.urls import path

from kashuv.desk.find.views import find

urlpatterns = [path("", find, name="find")]
