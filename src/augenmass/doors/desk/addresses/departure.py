"""Voluntary departure: the list, one with its stages, and the page that checks a certificate without signing in."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from augenmass.doors.desk.views import certificate_check, departure, departure_support

ONE = "rueckkehr/<uuid:key>/"
APPLICATION = "rueckkehr/antrag/<uuid:key>/"

urlpatterns = [
    path("bescheinigung/", login_not_required(certificate_check.page), name="certificate_check"),
    path("faelle/<uuid:key>/ausreise/", departure.new, name="departure_new"),
    path("rueckkehr/", departure.page, name="returns"),
    path(ONE, departure.show, name="departure"),
    path(ONE + "belehrung/", departure.notice, name="departure_notice"),
    path(ONE + "erklaerung/", departure.declaration, name="departure_declare"),
    path(ONE + "ruecknahme/", departure.taken_back, name="departure_withdraw"),
    path(ONE + "andere-stelle/", departure.companion, name="departure_companion"),
    path(ONE + "buchung/", departure.journey, name="departure_book"),
    path(ONE + "beenden/", departure.end, name="departure_end"),
    path(ONE + "antrag/", departure_support.draft, name="departure_apply"),
    path(ONE + "bescheinigungen/", departure_support.certify, name="departure_certify"),
    path("rueckkehr/buchung/<uuid:key>/stornieren/", departure.journey_cancelled, name="booking_cancel"),
    path(APPLICATION + "stellen/", departure_support.filed, name="application_file"),
    path(APPLICATION + "bewilligen/", departure_support.approved, name="application_approve"),
    path(APPLICATION + "ablehnen/", departure_support.refused, name="application_refuse"),
    path(APPLICATION + "zuruecknehmen/", departure_support.withdrawn, name="application_withdraw"),
    path(APPLICATION + "nachzahlung/", departure_support.follow_up, name="application_follow_up"),
    path(
        "rueckkehr/bescheinigung/<uuid:key>/zurueckziehen/",
        departure_support.certificate_withdrawn,
        name="certificate_withdraw",
    ),
    path("rueckkehr/bescheinigung/<uuid:key>/zurueck/", departure_support.came_back, name="certificate_returned"),
]
