"""The addresses of a client's file."""

from __future__ import annotations

from django.urls import path, re_path

from kashuv.desk.clients.file import clients, consents, notes, people

CLIENT = "<uuid:client>"
PERSON = f"{CLIENT}/people/<uuid:key>"
UUID = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"

urlpatterns = [
    path("new/", clients.new, name="client-new"),
    path(f"{CLIENT}/edit/", clients.edit, name="client-edit"),
    path(f"{CLIENT}/restoring/<str:was>/", clients.restoring, name="client-restoring"),
    path(f"{CLIENT}/frame/<slug:frame>/", clients.framing, name="client-framing"),
    path(f"{CLIENT}/people/new/", people.new, name="person-new"),
    path(f"{PERSON}/", people.person, name="person"),
    path(f"{PERSON}/restoring/<str:was>/", people.restoring, name="person-restoring"),
    path(f"{PERSON}/consents/", consents.consent, name="person-consent"),
    path(f"{PERSON}/consents/<uuid:consent>/withdrawal/", consents.withdrawal, name="consent-withdrawal"),
    path(f"{CLIENT}/manners/new/", notes.manner, name="manner-new"),
    path(f"{CLIENT}/days/new/", notes.day, name="keydate-new"),
    path(f"{CLIENT}/details/new/", notes.detail, name="detail-new"),
    re_path(
        rf"^(?P<client>{UUID})/(?P<noun>manners|days|details)/(?P<key>{UUID})/removal/$",
        notes.removal,
        name="note-removal",
    ),
]
