"""Addresses for programs."""

from django.urls import path

from augenmass.doors.api.interface import api

urlpatterns = [path("v1/", api.urls)]
