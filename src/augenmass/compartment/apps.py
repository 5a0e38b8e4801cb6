"""The compartment as Django knows it."""

from django.apps import AppConfig


class CompartmentConfig(AppConfig):
    """Its only application: the tables lie in a database of their own."""

    name = "augenmass.compartment"
