"""The addresses of drafts; each button of a draft is a noun below it."""

from __future__ import annotations

from django.urls import path

from kashuv.desk.drafts import files, sending, telling, templates, views
from kashuv.desk.drafts.beginning import beginning
from kashuv.desk.drafts.elsewhere import elsewhere
from kashuv.desk.drafts.listing import drafts

urlpatterns = [
    path("", drafts, name="drafts"),
    path("beginning/", beginning, name="draft-beginning"),
    path("templates/", templates.offered, name="templates"),
    path("templates/<uuid:key>/", templates.changing, name="template"),
    path("templates/<uuid:key>/end/", templates.throwing_away, name="template-end"),
    path("<uuid:key>/", views.draft, name="draft"),
    path("<uuid:key>/saving/", views.saving, name="draft-saving"),
    path("<uuid:key>/everybody/", views.everybody, name="draft-everybody"),
    path("<uuid:key>/sending/", sending.sending, name="draft-sending"),
    path("<uuid:key>/later/", sending.later, name="draft-later"),
    path("<uuid:key>/recalling/", sending.recalling, name="draft-recalling"),
    path("<uuid:key>/elsewhere/", elsewhere, name="draft-elsewhere"),
    path("<uuid:key>/telling/", telling.telling, name="draft-telling"),
    path("<uuid:key>/untelling/", telling.untelling, name="draft-untelling"),
    path("<uuid:key>/presence/", views.presence, name="draft-presence"),
    path("<uuid:key>/dropping/", views.dropping, name="draft-dropping"),
    path("<uuid:key>/return/", views.returning, name="draft-return"),
    path("<uuid:key>/files/", files.enclosing, name="draft-files"),
    path("<uuid:key>/files/<uuid:file>/", files.enclosure, name="draft-file"),
    path("<uuid:key>/files/<uuid:file>/taking-out/", files.taking_out, name="draft-file-taking-out"),
]
