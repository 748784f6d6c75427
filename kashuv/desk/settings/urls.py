"""The addresses of settings."""

from django.urls import path

from kashuv.desk.settings.views import settings

urlpatterns = [path("", settings, name="settings")]
