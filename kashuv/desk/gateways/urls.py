"""The addresses of gateways."""

from django.urls import path

from kashuv.desk.gateways import views

urlpatterns = [
    path("", views.gateways, name="gateways"),
    path("new/<slug:provider>/", views.new, name="gateway-new"),
    path("<uuid:key>/trial/", views.trial, name="gateway-trial"),
    path("<uuid:key>/hook/", views.hook, name="gateway-hook"),
    path("<uuid:key>/end/", views.end, name="gateway-end"),
]
