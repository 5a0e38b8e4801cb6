"""The room of transmissions as a Django application."""

from django.apps import AppConfig


class TransmissionsConfig(AppConfig):
    name = "augenmass.transmissions"
