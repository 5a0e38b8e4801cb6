"""Prospects of residence, the residence desk, suspensions."""

from django.urls import path

from augenmass.doors.desk.addresses.cases import CASE
from augenmass.doors.desk.views import prospects, residence_desk, suspensions

urlpatterns = [
    path(CASE + "bleibeperspektiven/", prospects.page, name="case_prospects"),
    path(CASE + "bleibeperspektiven/pruefen/<slug:prospect>/", prospects.assess_one, name="prospect_assess"),
    path(CASE + "bleibeperspektiven/information/", prospects.tell, name="prospects_inform"),
    path(CASE + "bleibeperspektiven/abgeben/", prospects.hand, name="prospects_hand_over"),
    path("aufenthalt/", residence_desk.page, name="residence_desk"),
    path("aufenthalt/<uuid:key>/", residence_desk.show, name="residence_matter"),
    path("aufenthalt/<uuid:key>/ergebnis/", residence_desk.answer_one, name="residence_answer"),
    path("duldungen/", suspensions.page, name="suspensions"),
    path("duldungen/vorlauf/", suspensions.lead, name="suspensions_lead"),
    path("duldungen/entwerfen/", suspensions.prepare, name="suspensions_prepare"),
]
