"""The room of transmissions as a Django application."""

from django.apps import AppConfig


class TransmissionsConfig(AppConfig):
    name = "augenmass.transmissions"

    def ready(self) -> None:
        """Register the duty of this room, and say who received messages, for the person's extract."""
        from augenmass.cases.recipients import sources
        from augenmass.transmissions import duties, key_check  # noqa: F401
        from augenmass.transmissions.recipients import transmitted

        sources.append(transmitted)
