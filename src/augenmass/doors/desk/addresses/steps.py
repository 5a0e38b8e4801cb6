"""Steps and signatures."""

from django.urls import path

from augenmass.doors.desk.views import steps

urlpatterns = [
    path("faelle/<uuid:key>/schritte/<slug:step>/", steps.prepare, name="step"),
    path("schritte/<uuid:key>/", steps.taking, name="taking"),
    path("schritte/<uuid:key>/aendern/", steps.revise, name="taking_revise"),
    path("schritte/<uuid:key>/zeichnen/", steps.sign, name="taking_sign"),
    path("schritte/<uuid:key>/ablehnen/", steps.refuse, name="taking_refuse"),
    path("schritte/<uuid:key>/zurueckziehen/", steps.withdraw, name="taking_withdraw"),
    path("unterschriften/", steps.signatures, name="signatures"),
]
