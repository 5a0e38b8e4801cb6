"""Addresses of all doors."""

from django.urls import include, path

handler429 = "augenmass.doors.desk.sign_in.limits.limit_reached"

urlpatterns = [
    path("api/", include("augenmass.doors.api.urls")),
    path("portal/", include("augenmass.doors.portal.urls")),
    path("", include("augenmass.doors.desk.urls")),
]

handler500 = "augenmass.doors.desk.views.errors.failed"
