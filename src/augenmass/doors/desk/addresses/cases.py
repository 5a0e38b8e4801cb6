"""Worklist and cases."""

from django.urls import path

from augenmass.doors.desk.views import cases, documents, facts, open_points, worklist

CASE = "faelle/<uuid:key>/"

urlpatterns = [
    path("faelle/", worklist.page, name="worklist"),
    path("faelle/andere-stellen/", worklist.granted, name="granted_cases"),
    path("faelle/woran-es-liegt/", open_points.page, name="open_points"),
    path("suche/", worklist.page, name="search"),
    path("faelle/ansichten/", worklist.save_view, name="save_view"),
    path("faelle/ansichten/<int:pk>/entfernen/", worklist.remove_view, name="remove_view"),
    path(CASE, cases.page, name="case"),
    path(CASE + "oeffnen/", cases.open_granted, name="case_open"),
    path(CASE + "warum/<slug:question>/", cases.proof, name="proof"),
    path(CASE + "angaben/", facts.choose, name="fact_choose"),
    path(CASE + "angaben/<slug:name>/", facts.history, name="fact_history"),
    path(CASE + "angaben/<slug:name>/erfassen/", facts.record, name="fact_record"),
    path(CASE + "angaben/<slug:name>/bestreiten/", facts.dispute, name="fact_dispute"),
    path(CASE + "angaben/<slug:name>/bestaetigen/", facts.confirm, name="fact_confirm"),
    path(CASE + "dokumente/neu/", documents.add, name="document_add"),
    path(CASE + "familie/neu/", cases.add_relative, name="relative_add"),
    path("dokumente/<uuid:key>/", documents.show, name="document"),
]
