from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "augenmass.access"
