"""The administration of a body, and the page behind a link for a password."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from augenmass.doors.desk.views import administration, new_password, units

PERSON = "verwaltung/personen/<int:pk>/"

urlpatterns = [
    path("verwaltung/", administration.page, name="administration"),
    path("verwaltung/personen/neu/", administration.new, name="person_new"),
    path(PERSON, administration.show, name="person"),
    path(PERSON + "rollen/", administration.give, name="person_role"),
    path(PERSON + "rollen/<int:membership>/beenden/", administration.end, name="person_role_end"),
    path(PERSON + "passwort/", administration.link, name="person_link"),
    path(PERSON + "zweiter-faktor/", administration.reset, name="person_reset"),
    path(PERSON + "ausscheiden/", administration.leave, name="person_leave"),
    path("verwaltung/sachgebiete/", units.page, name="units"),
    path("verwaltung/sachgebiete/<int:pk>/", units.rename, name="unit_rename"),
    path("verwaltung/sachgebiete/<int:pk>/schliessen/", units.close, name="unit_close"),
    path("passwort-setzen/<str:secret>/", login_not_required(new_password.page), name="set_password"),
]
