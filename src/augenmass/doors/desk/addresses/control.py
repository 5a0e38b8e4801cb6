"""Who sees what, who saw what, and what is watched over by a second person."""

from django.urls import path

from augenmass.doors.desk.views import access_log, exports, matrix, support

urlpatterns = [
    path("zugriff/matrix/", matrix.page, name="matrix"),
    path("zugriff/freigaben/", matrix.released, name="released"),
    path("zugriff/protokoll/", access_log.page, name="access_log"),
    path("zugriff/protokoll/ausgabe/", access_log.export, name="access_log_export"),
    path("zugriff/umfang/", access_log.volume, name="access_volume"),
    path("faelle/ausgabe/", exports.ask, name="export_ask"),
    path("faelle/ausgaben/", exports.page, name="exports"),
    path("faelle/ausgaben/<uuid:key>/freigeben/", exports.confirm, name="export_confirm"),
    path("faelle/ausgaben/<uuid:key>/ablehnen/", exports.refuse, name="export_refuse"),
    path("faelle/ausgaben/<uuid:key>/faelle.csv", exports.fetch, name="export_file"),
    path("einsicht/", support.page, name="support"),
    path("einsicht/anfragen/", support.ask, name="support_ask"),
    path("einsicht/<uuid:key>/", support.lines, name="support_lines"),
    path("einsicht/<uuid:key>/bestaetigen/", support.confirm, name="support_confirm"),
    path("einsicht/<uuid:key>/ablehnen/", support.refuse, name="support_refuse"),
    path("einsicht/<uuid:key>/beginnen/", support.enter, name="support_enter"),
    path("einsicht/<uuid:key>/beenden/", support.end, name="support_end"),
]
