"""Letters: the draft, its file, and what happened to it."""

from django.urls import path

from augenmass.doors.desk.views import letters

LETTER = "schreiben/<uuid:key>/"

urlpatterns = [
    path(LETTER, letters.page, name="letter"),
    path(LETTER + "pdf/", letters.pdf, name="letter_pdf"),
    path(LETTER + "bearbeiten/", letters.edit, name="letter_edit"),
    path(LETTER + "versand/", letters.dispatch, name="letter_dispatch"),
    path(LETTER + "zustellung/", letters.service, name="letter_service"),
    path(LETTER + "ruecklauf/", letters.returned, name="letter_returned"),
    path("schritte/<uuid:key>/buendel/", letters.bundle, name="taking_bundle"),
]
