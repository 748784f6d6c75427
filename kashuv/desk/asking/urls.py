"""The addresses that fields ask while one types."""

from django.urls import path

from kashuv.desk.asking.views import due, who

urlpatterns = [
    path("who/", who, name="asking-who"),
    path("due/", due, name="asking-due"),
]
