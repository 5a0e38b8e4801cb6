"""Addresses of the door, in German as all of the program's."""

from django.urls import path

from augenmass.doors.portal.views import (
    agreements,
    authority,
    counselling,
    entering,
    passkeys,
    questionnaire,
    reading,
    security,
)

urlpatterns = [
    path("", entering.home, name="portal"),
    path("anmelden/", entering.sign_in, name="portal_sign_in"),
    path("abmelden/", entering.leave, name="portal_leave"),
    path("sprache/", entering.language, name="portal_language"),
    path("vereinbarung/", agreements.page, name="portal_agreements"),
    path("vereinbarung/<uuid:key>/", agreements.text, name="portal_agreement"),
    path("vereinbarung/<uuid:key>/datei/", agreements.copy, name="portal_agreement_copy"),
    path("vereinbarung/<uuid:key>/bogen/", questionnaire.take, name="portal_sheet_take"),
    path("bogen/<str:token>/", questionnaire.sheet, name="portal_sheet"),
    path("termine/", reading.days, name="portal_days"),
    path("termine/kalender/", reading.days_file, name="portal_days_file"),
    path("schreiben/", reading.letters, name="portal_letters"),
    path("schreiben/<uuid:key>/", reading.letter, name="portal_letter"),
    path("schreiben/<uuid:key>/datei/", reading.letter_file, name="portal_letter_file"),
    path("daten/", reading.held, name="portal_held"),
    path("daten/<uuid:key>/", reading.extract, name="portal_extract"),
    path("daten/<uuid:key>/datei/", reading.extract_file, name="portal_extract_file"),
    path("rechte/", reading.rights, name="portal_rights"),
    path("behoerde/", authority.overview, name="portal_authority"),
    path("behoerde/anschrift/", authority.address, name="portal_address"),
    path("behoerde/dokument/", authority.document, name="portal_document"),
    path("behoerde/bitte/<slug:what>/", authority.asking, name="portal_ask"),
    path("behoerde/beleg/<uuid:key>/", authority.receipt, name="portal_receipt"),
    path("beratung/", counselling.page, name="portal_counselling"),
    path("zugang/", security.page, name="portal_security"),
    path("zugang/passkey/", passkeys.new, name="portal_passkey_new"),
    path("zugang/passkey/<uuid:key>/entfernen/", passkeys.remove, name="portal_passkey_remove"),
    path("passkey/", passkeys.sign_in, name="portal_passkey"),
    path("barrierefreiheit/", counselling.accessibility, name="portal_accessibility"),
]
