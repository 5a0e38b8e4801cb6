"""The offer of counselling: the list of cases without one, what the administration keeps for its letters."""

from django.urls import path

from augenmass.doors.desk.views import counselling

urlpatterns = [
    path("faelle/ohne-beratungsangebot/", counselling.listing, name="not_offered"),
    path("verwaltung/beratung/", counselling.kept, name="counselling_kept"),
    path("verwaltung/rueckmeldungen/", counselling.feedback, name="portal_feedback_list"),
]
