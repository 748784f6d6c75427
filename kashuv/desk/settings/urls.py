"""The addresses of settings."""

from django.urls import path

from kashuv.desk.settings.link import calendar, revocation
from kashuv.desk.settings.views import me, quiet_hours, quiet_hours_end, settings, workspace

urlpatterns = [
    path("", settings, name="settings"),
    path("me/", me, name="settings-me"),
    path("workspace/", workspace, name="settings-workspace"),
    path("quiet/", quiet_hours, name="settings-quiet"),
    path("quiet/<uuid:key>/end/", quiet_hours_end, name="settings-quiet-end"),
    path("calendar/", calendar, name="settings-calendar"),
    path("calendar/<uuid:key>/revocation/", revocation, name="settings-calendar-revocation"),
]
