"""Referrals between bodies, and the bodies that take part in a case."""

from django.urls import path

from augenmass.doors.desk.views import accesses, central_office, referrals

CASE = "faelle/<uuid:key>/"
REFERRAL = "abgaben/<uuid:key>/"

urlpatterns = [
    path(CASE + "abgeben/", referrals.new, name="referral_new"),
    path("abgaben/", referrals.page, name="referrals"),
    path("abgaben/eingang/", central_office.page, name="central_queue"),
    path("abgaben/auslastung/", central_office.capacity, name="central_capacity"),
    path(REFERRAL + "unvollstaendig/", central_office.give_back_missing, name="referral_return_missing"),
    path(REFERRAL + "geprueft/", central_office.checked, name="referral_checked"),
    path(REFERRAL, referrals.show, name="referral"),
    path(REFERRAL + "annehmen/", referrals.accept, name="referral_accept"),
    path(REFERRAL + "ablehnen/", referrals.reject, name="referral_reject"),
    path(REFERRAL + "zurueckgeben/", referrals.give_back, name="referral_return"),
    path(REFERRAL + "zurueckziehen/", referrals.revoke, name="referral_revoke"),
    path(CASE + "beteiligte/", accesses.page, name="case_accesses"),
    path(CASE + "beteiligte/neu/", accesses.new, name="access_new"),
    path(CASE + "beteiligte/<uuid:grant>/beenden/", accesses.end, name="access_end"),
    path(CASE + "angaben/<slug:name>/empfaenger/", accesses.name_person, name="recipient_name"),
    path(
        CASE + "angaben/<slug:name>/empfaenger/<int:pk>/streichen/",
        accesses.withdraw_person,
        name="recipient_withdraw",
    ),
]
