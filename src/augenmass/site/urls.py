"""Addresses of all doors."""

from django.urls import include, path

urlpatterns = [
    path("", include("augenmass.doors.desk.urls")),
]

handler500 = "augenmass.doors.desk.views.errors.failed"
