"""The addresses of Today."""

from django.urls import path

from kashuv.desk.today.counts import counts
from kashuv.desk.today.marks import marks, undoing
from kashuv.desk.today.views import today

urlpatterns = [
    path("", today, name="today"),
    path("today/marks/", marks, name="marks"),
    path("today/marks/<uuid:key>/undoing/", undoing, name="mark-undoing"),
    path("counts/", counts, name="counts"),
]
