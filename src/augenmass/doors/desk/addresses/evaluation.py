"""Pilots of agreements: for the body that runs one, and for the services that take part."""

from django.urls import path

from augenmass.doors.desk.views import evaluation, evaluation_reports, evaluation_services

ONE = "erprobungen/<uuid:key>/"
SERVICE = "erprobungen/teilnahme/"

urlpatterns = [
    path("erprobungen/", evaluation.page, name="pilots"),
    path("erprobungen/neu/", evaluation.new, name="pilot_new"),
    path(SERVICE, evaluation_services.page, name="pilot_services"),
    path(SERVICE + "<uuid:place>/", evaluation_services.join, name="pilot_join"),
    path(SERVICE + "<uuid:place>/bogen/", evaluation_services.sheet, name="pilot_sheet"),
    path(SERVICE + "<uuid:place>/angeboten/", evaluation_services.offered, name="pilot_offered"),
    path(SERVICE + "bogen/<slug:language>/", evaluation_services.paper, name="pilot_paper"),
    path("erprobungen/bericht/<uuid:key>/", evaluation_reports.show, name="pilot_report"),
    path("erprobungen/bericht/<uuid:key>/pdf/", evaluation_reports.pdf, name="pilot_report_pdf"),
    path("erprobungen/bericht/<uuid:key>/daten/", evaluation_reports.data, name="pilot_report_data"),
    path(ONE, evaluation.show, name="pilot"),
    path(ONE + "aendern/", evaluation.change, name="pilot_change"),
    path(ONE + "ort/", evaluation.place, name="pilot_place"),
    path(ONE + "fassung/", evaluation.amend, name="pilot_amend"),
    path(ONE + "lieferung/", evaluation.deliver, name="pilot_deliver"),
    path(ONE + "vorlage/", evaluation.template, name="pilot_template"),
    path(ONE + "bericht/", evaluation_reports.make, name="pilot_report_new"),
    path(ONE + "tun/<slug:what>/", evaluation.act, name="pilot_act"),
]
