"""The addresses of settings."""

from django.urls import path

from kashuv.desk.settings.link import calendar, revocation
from kashuv.desk.settings.views import me, settings, workspace

urlpatterns = [
    path("", settings, name="settings"),
    path("me/", me, name="settings-me"),
    path("workspace/", workspace, name="settings-workspace"),
    path("calendar/", calendar, name="settings-calendar"),
    path("calendar/<uuid:key>/revocation/", revocation, name="settings-calendar-revocation"),
]
