"""The offer of counselling: the letter of a case, the list of cases without one, what the administration keeps for it."""

from django.urls import path

from augenmass.doors.desk.views import counselling

urlpatterns = [
    path("faelle/ohne-beratungsangebot/", counselling.listing, name="not_offered"),
    path("faelle/<uuid:key>/beratungsangebot/", counselling.offer, name="counselling_offer"),
    path("verwaltung/beratung/", counselling.kept, name="counselling_kept"),
    path("verwaltung/beratung/uebersetzung/<str:language>/", counselling.confirm, name="translation_confirm"),
]
