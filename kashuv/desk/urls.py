"""The desk's addresses; each folder tells its own."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from kashuv.desk.calm.answering import outside
from kashuv.desk.health import healthz
from kashuv.desk.layout.views import accessibility

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("kashuv.desk.today.urls")),
    path("clients/", include("kashuv.desk.clients.urls")),
    path("bringing/", include("kashuv.desk.bringing.urls")),
    path("search/", include("kashuv.desk.search.urls")),
    path("promises/", include("kashuv.desk.promises.urls")),
    path("drafts/outbox/", include("kashuv.desk.outbox.urls")),
    path("drafts/", include("kashuv.desk.drafts.urls")),
    path("drafts/", include("kashuv.desk.calm.urls")),
    path("opinion/<str:token>/", outside, name="opinion-outside"),
    path("asking/", include("kashuv.desk.asking.urls")),
    path("capture/", include("kashuv.desk.capture.urls")),
    path("find/", include("kashuv.desk.find.urls")),
    path("settings/gateways/", include("kashuv.desk.gateways.urls")),
    path("settings/mailboxes/", include("kashuv.desk.mailboxes.urls")),
    path("settings/", include("kashuv.desk.settings.urls")),
    path("calendar/", include("kashuv.desk.calendar.urls")),
    path("accessibility/", accessibility, name="accessibility"),
    path("language/", set_language, name="language"),
    path("healthz", healthz, name="healthz"),
]
