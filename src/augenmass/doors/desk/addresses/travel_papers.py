"""Travel documents."""

from django.urls import path

from augenmass.doors.desk.views import travel_papers

urlpatterns = [
    path("reisedokumente/", travel_papers.page, name="travel_papers"),
    path("reisedokumente/staat/<slug:country>/", travel_papers.sheet, name="travel_sheet"),
    path("reisedokumente/staat/<slug:country>/neu/", travel_papers.sheet_new, name="travel_sheet_new"),
    path("reisedokumente/blatt/<uuid:key>/gelesen/", travel_papers.sheet_confirm, name="travel_sheet_confirm"),
    path("reisedokumente/blatt/<uuid:key>/zurueck/", travel_papers.sheet_drop, name="travel_sheet_drop"),
    path("reisedokumente/antrag/<uuid:key>/", travel_papers.application, name="travel_application"),
    path("reisedokumente/antrag/<uuid:key>/<slug:kind>/", travel_papers.event, name="travel_application_event"),
    path("faelle/<uuid:key>/reisedokumente/", travel_papers.of_case, name="case_travel_papers"),
]
