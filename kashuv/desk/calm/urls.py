"""The addresses of calm, each below its draft."""

from __future__ import annotations

from django.urls import path

from kashuv.desk.calm import guarding

urlpatterns = [
    path("<uuid:key>/guard/", guarding.guarding, name="draft-guard"),
    path("<uuid:key>/release/", guarding.release, name="draft-release"),
    path("<uuid:key>/waiting/", guarding.waiting, name="draft-waiting"),
    path("<uuid:key>/unwaiting/", guarding.unwaiting, name="draft-unwaiting"),
]
