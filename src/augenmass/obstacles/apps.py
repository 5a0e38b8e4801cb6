from django.apps import AppConfig


class ObstaclesConfig(AppConfig):
    name = "augenmass.obstacles"
