"""Language, look, statements."""

from django.urls import path

from augenmass.doors.desk.views import settings

urlpatterns = [
    path("sprache/", settings.language, name="set_language"),
    path("dienststelle/", settings.acting_for, name="acting_for"),
    path("darstellung/", settings.theme, name="theme"),
    path("barrierefreiheit/", settings.accessibility, name="accessibility"),
]
