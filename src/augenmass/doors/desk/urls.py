"""Addresses of the desk, in German as its users read them."""

from allauth.account.views import LoginView, LogoutView
from django.urls import path

urlpatterns = [
    path("anmelden/", LoginView.as_view(), name="account_login"),
    path("abmelden/", LogoutView.as_view(), name="account_logout"),
]
