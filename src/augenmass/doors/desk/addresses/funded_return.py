"""Transmissions of funded returns."""

from django.urls import path

from augenmass.doors.desk.views import funded_return

urlpatterns = [
    path("foerderung/", funded_return.page, name="funded_returns"),
    path("foerderung/neu/", funded_return.new, name="funded_return_new"),
    path("foerderung/<uuid:key>/", funded_return.show, name="funded_return"),
]
