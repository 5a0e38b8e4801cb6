"""What the person, counsel and courts learn of a file."""

from django.urls import path

from augenmass.doors.desk.views import extracts, inspections

CASE = "faelle/<uuid:key>/"
EXTRACT = "auskunft/<uuid:key>/"
INSPECTION = "akteneinsicht/<uuid:key>/"

urlpatterns = [
    path(CASE + "auskunft/", extracts.page, name="case_extracts"),
    path(CASE + "auskunft/akte-verbinden/", extracts.link, name="person_files_link"),
    path(CASE + "auskunft/beschraenkung/", extracts.restrict_new, name="restriction_new"),
    path("auskunft/beschraenkungen/<uuid:key>/entscheiden/", extracts.restriction_decide, name="restriction_decide"),
    path("auskunft/beschraenkungen/<uuid:key>/aufheben/", extracts.restriction_end, name="restriction_end"),
    path(EXTRACT, extracts.show, name="extract"),
    path(EXTRACT + "pdf/", extracts.draft, name="extract_pdf"),
    path(EXTRACT + "json/", extracts.as_json, name="extract_json"),
    path(EXTRACT + "unterzeichnen/", extracts.sign, name="extract_sign"),
    path(EXTRACT + "verlaengern/", extracts.extend, name="extract_extend"),
    path(EXTRACT + "uebergeben/", extracts.hand, name="extract_hand_over"),
    path(CASE + "akteneinsicht/", inspections.page, name="case_inspections"),
    path(INSPECTION, inspections.show, name="inspection"),
    path(INSPECTION + "pdf/", inspections.draft, name="inspection_pdf"),
    path(INSPECTION + "zurueckhalten/", inspections.hold, name="inspection_withhold"),
    path(INSPECTION + "unterzeichnen/", inspections.sign, name="inspection_sign"),
    path(INSPECTION + "seiten/<uuid:withheld>/bestaetigen/", inspections.confirm, name="withheld_confirm"),
    path(INSPECTION + "seiten/<uuid:withheld>/ablehnen/", inspections.refuse, name="withheld_refuse"),
    path(INSPECTION + "seiten/<uuid:withheld>/vorlegen/", inspections.present, name="withheld_show"),
]
