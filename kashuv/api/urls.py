"""The addresses for programs."""

from django.urls import path

from kashuv.api.hooks import hook

urlpatterns = [path("hooks/<slug:channel>/<str:token>", hook, name="hook")]
