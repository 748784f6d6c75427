"""The address of search."""

from __future__ import annotations

from django.urls import path

from kashuv.desk.search.views import search

urlpatterns = [path("", search, name="search")]
