"""Addresses of the desk, in German as its users read them."""

from allauth.account.views import LoginView, LogoutView
from django.contrib.auth.decorators import login_not_required
from django.urls import path

from augenmass.doors.desk.addresses import cases, intake, letters, settings, steps, work

urlpatterns = [
    path("anmelden/", login_not_required(LoginView.as_view()), name="account_login"),
    path("abmelden/", login_not_required(LogoutView.as_view()), name="account_logout"),
    *settings.urlpatterns,
    *cases.urlpatterns,
    *steps.urlpatterns,
    *letters.urlpatterns,
    *work.urlpatterns,
    *intake.urlpatterns,
]
