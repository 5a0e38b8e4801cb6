"""Houses, what they report, people whose case is not found, and what was reported on a case."""

from django.urls import path

from augenmass.doors.desk.views import accommodation

HOUSE = "unterkuenfte/<uuid:key>/"
CASE = "faelle/<uuid:key>/unterkunft/"

urlpatterns = [
    path("unterkuenfte/", accommodation.page, name="houses"),
    path("unterkuenfte/neu/", accommodation.new, name="house_new"),
    path("unterkuenfte/zuordnen/", accommodation.unmatched, name="residents_unmatched"),
    path("unterkuenfte/zuordnen/<int:pk>/", accommodation.match, name="resident_match"),
    path(HOUSE, accommodation.house, name="house"),
    path(HOUSE + "melden/", accommodation.report, name="house_report"),
    path(HOUSE + "person/<int:pk>/", accommodation.resident, name="house_resident"),
    path(HOUSE + "person/<int:pk>/<uuid:report>/", accommodation.withdraw, name="report_withdraw"),
    path(HOUSE + "schliessen/", accommodation.close, name="house_close"),
    path(CASE, accommodation.of_case, name="case_reports"),
    path(CASE + "<uuid:report>/", accommodation.note, name="report_note"),
]
