"""Who sees what, who saw what, and what is watched over by a second person."""

from django.urls import path

from augenmass.doors.desk.views import access_log, matrix

urlpatterns = [
    path("zugriff/matrix/", matrix.page, name="matrix"),
    path("zugriff/freigaben/", matrix.released, name="released"),
    path("zugriff/protokoll/", access_log.page, name="access_log"),
    path("zugriff/protokoll/ausgabe/", access_log.export, name="access_log_export"),
    path("zugriff/umfang/", access_log.volume, name="access_volume"),
]
