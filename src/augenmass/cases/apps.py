from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "augenmass.cases"
