"""Accesses for programs."""

from django.urls import path

from augenmass.doors.desk.views import tokens

urlpatterns = [
    path("zugaenge/", tokens.page, name="tokens"),
    path("zugaenge/neu/", tokens.make, name="token_new"),
    path("zugaenge/<slug:key_id>/zurueckziehen/", tokens.revoke, name="token_revoke"),
]
