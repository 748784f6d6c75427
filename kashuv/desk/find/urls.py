"""The address of the find field."""

from django.urls import path

from kashuv.desk.find.views import find

urlpatterns = [path("", find, name="find")]
