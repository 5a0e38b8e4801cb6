"""Notices of public bodies: given and corrected by their senders, examined by the authority; traces; police law under review."""

from django.urls import path

from augenmass.doors.desk.views import notices, notices_sent

ALL = "mitteilungen/"
SENT = ALL + "gesendet/<uuid:number>/"
ONE = ALL + "<uuid:number>/"

urlpatterns = [
    path(ALL, notices.page, name="notices"),
    path(ALL + "geloescht/", notices.gone, name="notices_traces"),
    path(ALL + "paket/", notices.package, name="notice_package"),
    path(ALL + "polizeirecht/", notices.provisions, name="notice_provisions"),
    path(ALL + "polizeirecht/<int:pk>/", notices.provision, name="notice_provision"),
    path(ALL + "gesendet/", notices_sent.page, name="notices_sent"),
    path(ALL + "neu/", notices_sent.new, name="notice_new"),
    path(SENT, notices_sent.show, name="notice_sent"),
    path(SENT + "berichtigen/", notices_sent.correction, name="notice_correct"),
    path(SENT + "zuruecknehmen/", notices_sent.take_back, name="notice_withdraw"),
    path(ONE, notices.show, name="notice"),
    path(ONE + "zuordnen/", notices.assignment, name="notice_assign"),
    path(ONE + "pruefen/", notices.examination, name="notice_examine"),
    path(ONE + "verbinden/", notices.join, name="notice_join"),
    path("faelle/<uuid:key>/mitteilungen/", notices.of_case, name="case_notices"),
]
