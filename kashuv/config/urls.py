"""The addresses: each door tells its own."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("", include("kashuv.desk.urls")),
]
