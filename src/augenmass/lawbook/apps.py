from django.apps import AppConfig


class LawbookConfig(AppConfig):
    name = "augenmass.lawbook"
