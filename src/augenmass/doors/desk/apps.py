from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "augenmass.doors.desk"
