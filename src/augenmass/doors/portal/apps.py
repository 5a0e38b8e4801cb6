from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "augenmass.doors.portal"
    label = "portal_door"
