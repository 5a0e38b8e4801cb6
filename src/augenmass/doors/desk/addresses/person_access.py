"""The way in of the person concerned, as the officers of the case keep it."""

from django.urls import path

from augenmass.doors.desk.views import person_access

CASE = "faelle/<uuid:key>/zugang/"

urlpatterns = [
    path(CASE, person_access.page, name="case_portal"),
    path(CASE + "neu/", person_access.new, name="portal_access_new"),
    path(CASE + "termin/", person_access.release, name="portal_day_new"),
    path("zugang/<uuid:key>/code/", person_access.code, name="portal_code"),
    path("zugang/<uuid:key>/beenden/", person_access.end, name="portal_access_end"),
    path("zugang/termin/<uuid:key>/zuruecknehmen/", person_access.withdraw, name="portal_day_end"),
    path("zugang/anschrift/<uuid:key>/uebernehmen/", person_access.take_over, name="portal_address_take"),
    path("verwaltung/beratung/postfach/", person_access.box, name="counselling_box"),
]
