"""The addresses of Today."""

from django.urls import path

from kashuv.desk.today.views import counts, today

urlpatterns = [
    path("", today, name="today"),
    path("counts/", counts, name="counts"),
]
