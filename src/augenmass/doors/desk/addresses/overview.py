"""The overview of return."""

from django.urls import path

from augenmass.doors.desk.views import overview

urlpatterns = [
    path("rueckkehr/ueberblick/", overview.page, name="overview"),
    path("rueckkehr/ueberblick/datei/", overview.as_file, name="overview_file"),
    path("rueckkehr/ueberblick/zaehlen/", overview.count, name="overview_count"),
]
