"""Letters: the draft, its file, and what happened to it."""

from django.urls import path

from augenmass.doors.desk.views import fixed_letters, letters

LETTER = "schreiben/<uuid:key>/"

CASE = "faelle/<uuid:key>/"

urlpatterns = [
    path(CASE + "schreiben/", fixed_letters.of_case, name="case_letters"),
    path(CASE + "beratungsangebot/", fixed_letters.fixed, {"slug": "beratungsangebot"}, name="counselling_offer"),
    path(CASE + "schreiben/<slug:slug>/", fixed_letters.fixed, name="fixed_letter"),
    path("uebersetzungen/", fixed_letters.translations, name="translations"),
    path("uebersetzungen/<slug:wording>/<slug:language>/", fixed_letters.translation, name="translation"),
    path(LETTER, letters.page, name="letter"),
    path(LETTER + "pdf/", letters.pdf, name="letter_pdf"),
    path(LETTER + "bearbeiten/", letters.edit, name="letter_edit"),
    path(LETTER + "versand/", letters.dispatch, name="letter_dispatch"),
    path(LETTER + "zustellung/", letters.service, name="letter_service"),
    path(LETTER + "ruecklauf/", letters.returned, name="letter_returned"),
    path("schritte/<uuid:key>/buendel/", letters.bundle, name="taking_bundle"),
]
