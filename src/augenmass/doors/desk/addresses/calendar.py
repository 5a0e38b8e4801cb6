"""The days of a person in a calendar; the feed itself is read without signing in, by its secret address."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from augenmass.doors.desk.views import calendar

urlpatterns = [
    path("kalender/", calendar.page, name="calendar"),
    path("kalender/zurueckziehen/", calendar.stop, name="calendar_end"),
    path("kalender/<slug:secret>.ics", login_not_required(calendar.feed), name="calendar_feed"),
]
