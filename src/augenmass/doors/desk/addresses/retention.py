"""How long what is held is kept: what is due, runs of deletion, holds."""

from django.urls import path

from augenmass.doors.desk.views import retention

urlpatterns = [
    path("aufbewahrung/", retention.page, name="retention"),
    path("aufbewahrung/faelle/", retention.cases, name="retention_cases"),
    path("aufbewahrung/vorschlagen/", retention.propose, name="retention_propose"),
    path("aufbewahrung/loeschungen/<uuid:key>/", retention.run, name="retention_run"),
    path("aufbewahrung/loeschungen/<uuid:key>/bestaetigen/", retention.confirm, name="retention_confirm"),
    path("aufbewahrung/loeschungen/<uuid:key>/ablehnen/", retention.refuse, name="retention_refuse"),
    path("aufbewahrung/anordnungen/", retention.holds, name="retention_holds"),
    path("aufbewahrung/anordnungen/<uuid:key>/aufheben/", retention.lift, name="retention_hold_lift"),
]
