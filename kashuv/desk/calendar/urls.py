"""The address of the feed."""

from django.urls import path

from kashuv.desk.calendar.views import calendar

urlpatterns = [path("<str:token>.ics", calendar, name="calendar")]
