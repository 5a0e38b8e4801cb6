"""Addresses of the import."""

from django.urls import path

from augenmass.doors.desk.views import intake

RUN = "import/<uuid:key>/"

urlpatterns = [
    path("import/", intake.page, name="imports"),
    path(RUN, intake.show, name="import"),
    path(RUN + "stand/", intake.progress, name="import_progress"),
    path(RUN + "zuordnung/", intake.mapping, name="import_mapping"),
    path(RUN + "uebernehmen/", intake.take, name="import_take"),
    path(RUN + "verwerfen/", intake.give_up, name="import_discard"),
    path(RUN + "zurueckgegeben.<str:ending>", intake.returned, name="import_returned"),
]
