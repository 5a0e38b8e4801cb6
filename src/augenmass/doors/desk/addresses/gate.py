"""The release of a body for live data."""

from django.urls import path

from augenmass.doors.desk.views import gate

HERE = "verwaltung/freigabe-betrieb/"
ENTRY = HERE + "eintrag/<uuid:key>/"

urlpatterns = [
    path(HERE, gate.page, name="gate"),
    path(HERE + "vorschlagen/", gate.propose, name="gate_propose"),
    path(HERE + "<uuid:key>/bestaetigen/", gate.confirm, name="gate_confirm"),
    path(HERE + "<uuid:key>/zurueckziehen/", gate.withdraw, name="gate_withdraw"),
    path(HERE + "punkt/<slug:item>/", gate.item, name="gate_item"),
    path(ENTRY + "datei/", gate.document, name="gate_document"),
    path(ENTRY + "bestaetigen/", gate.confirm_item, name="gate_item_confirm"),
    path(ENTRY + "zurueckziehen/", gate.withdraw_item, name="gate_item_withdraw"),
]
