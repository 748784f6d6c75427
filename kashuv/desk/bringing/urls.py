"""The addresses of bringing in."""

from __future__ import annotations

from django.urls import path

from kashuv.desk.bringing import views

urlpatterns = [
    path("", views.bringing, name="bringing"),
    path("<uuid:key>/", views.shipment, name="shipment"),
    path("<uuid:key>/looking/", views.looking, name="bringing-looking"),
    path("<uuid:key>/withdrawal/", views.withdrawal, name="bringing-withdrawal"),
    path("<uuid:key>/resuming/", views.resuming, name="shipment-resuming"),
    path("<uuid:key>/returning/", views.returning, name="shipment-returning"),
    path("<uuid:key>/refusals.csv", views.refusals, name="refusals"),
]
