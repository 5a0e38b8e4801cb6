"""Integration agreements; the page that verifies a copy, and the links of providers, without signing in."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from augenmass.doors.desk.views import (
    agreement_acts,
    agreement_families,
    agreement_texts,
    agreements,
    agreements_open,
    reminders,
)

ONE = "vereinbarungen/<uuid:key>/"

urlpatterns = [
    path("vereinbarung-pruefen/", login_not_required(agreements_open.check), name="agreement_check"),
    path("zusage/<str:token>/", login_not_required(agreements_open.answer), name="provider_link"),
    path("dolmetschen/<str:token>/", login_not_required(agreements_open.interpreter), name="interpreter_link"),
    path("vereinbarungen/", agreements.page, name="agreements"),
    path("vereinbarungen/neu/", agreements.new, name="agreement_new"),
    path("vereinbarungen/erinnerungen/", reminders.page, name="agreement_reminders"),
    path("vereinbarungen/erinnerungen/<uuid:key>/", reminders.settle, name="reminder_settle"),
    path("vereinbarungen/briefe/", reminders.set_letters, name="reminder_letters"),
    path("vereinbarungen/briefe/<uuid:key>/", reminders.batch, name="reminder_batch"),
    path("vereinbarungen/briefe/<uuid:key>/pdf/", reminders.batch_pdf, name="reminder_batch_pdf"),
    path("vereinbarungen/briefe/<uuid:key>/tun/<slug:what>/", reminders.batch_act, name="reminder_batch_act"),
    path(ONE, agreements.show, name="agreement"),
    path(ONE + "person/", agreements.person, name="agreement_person"),
    path(ONE + "ausgangslage/", agreements.start, name="agreement_start"),
    path(ONE + "schritt/", agreements.step, name="agreement_step"),
    path(ONE + "schritt/<uuid:step>/", agreements.step, name="agreement_step_change"),
    path(ONE + "leistung/", agreements.promise, name="agreement_promise"),
    path(ONE + "vertrag/", agreements.nature, name="agreement_nature"),
    path(ONE + "uebersetzung/", agreement_texts.translation, name="agreement_translation"),
    path(ONE + "fassung/<int:number>/", agreement_texts.text, name="agreement_text"),
    path(ONE + "fassung/<int:number>/pdf/", agreement_texts.pdf, name="agreement_pdf"),
    path(ONE + "fassung/<int:number>/scan/<slug:side>/", agreement_texts.scan, name="agreement_scan"),
    path(ONE + "unterschrift/<slug:side>/", agreement_texts.sign, name="agreement_sign"),
    path(ONE + "familie/", agreement_families.wish, name="agreement_family"),
    path(ONE + "tun/<slug:what>/", agreement_acts.act, name="agreement_act"),
]
