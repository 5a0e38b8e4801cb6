from django.apps import AppConfig


class CompetenceConfig(AppConfig):
    name = "augenmass.competence"
