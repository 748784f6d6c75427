"""The addresses of introductions."""

from __future__ import annotations

from django.urls import path

from kashuv.desk.clients.introductions import deciding, grouping, joining, taking

PAIR = "same/<uuid:kept>/<uuid:gone>"

urlpatterns = [
    path("", deciding.proposed, name="introductions"),
    path("confirming/", deciding.confirming, name="introductions-confirming"),
    path("declining/", deciding.declining, name="introductions-declining"),
    path("reconsidering/<slug:number>/", deciding.reconsidering, name="introductions-reconsidering"),
    path("others/", taking.others, name="others"),
    path("others/<uuid:person>/admitting/", taking.admitting, name="others-admitting"),
    path("others/<uuid:person>/belonging/", taking.belonging, name="others-belonging"),
    path("others/<uuid:person>/letting-go/<str:was>/", taking.letting_go, name="others-letting-go"),
    path("<uuid:client>/grouping/", grouping.grouping, name="grouping"),
    path("<uuid:client>/grouping/undoing/<str:was>/", grouping.undoing, name="grouping-undoing"),
    path("same/", joining.alike, name="joining-page"),
    path(f"{PAIR}/joining/", joining.joining, name="joining"),
    path(f"{PAIR}/keeping-apart/", joining.keeping_apart, name="keeping-apart"),
    path("same/<uuid:key>/parting/", joining.parting, name="parting"),
]
