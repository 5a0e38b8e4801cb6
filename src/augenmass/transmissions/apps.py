"""The room of transmissions as a Django application."""

from django.apps import AppConfig


class TransmissionsConfig(AppConfig):
    name = "augenmass.transmissions"

    def ready(self) -> None:
        """Register the duty of this room."""
        from augenmass.transmissions import duties  # noqa: F401
