"""The letters room as a Django application."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "augenmass.letters"
