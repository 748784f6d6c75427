"""The addresses of calm, each below its draft."""

from __future__ import annotations

from django.urls import path

from kashuv.desk.calm import answering, asking, guarding, morning, waiting

urlpatterns = [
    path("opinions/<uuid:key>/", answering.opinion, name="opinion"),
    path("<uuid:key>/opinions/", asking.asking, name="draft-opinions"),
    path("<uuid:key>/opinions/<uuid:opinion>/withdrawal/", asking.withdrawal, name="opinion-withdrawal"),
    path("<uuid:key>/opinions/<uuid:opinion>/reminder/", asking.reminder, name="opinion-reminder"),
    path("<uuid:key>/guard/", guarding.guarding, name="draft-guard"),
    path("<uuid:key>/morning/", morning.morning, name="draft-morning"),
    path("<uuid:key>/release/", guarding.release, name="draft-release"),
    path("<uuid:key>/waiting/", waiting.waiting, name="draft-waiting"),
    path("<uuid:key>/unwaiting/", waiting.unwaiting, name="draft-unwaiting"),
]
