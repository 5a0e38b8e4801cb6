"""The room of transmissions as a Django application."""

from django.apps import AppConfig


class TransmissionsConfig(AppConfig):
    name = "augenmass.transmissions"

    def ready(self) -> None:
        """Register the duty of this room, listen for changed facts, and say who received messages, for the person's extract."""
        from augenmass.cases.recipients import sources
        from augenmass.record import ledger
        from augenmass.transmissions import duties, key_check  # noqa: F401
        from augenmass.transmissions.actions.noticing import set_tasks
        from augenmass.transmissions.recipients import transmitted

        sources.append(transmitted)
        ledger.told_of_changes[:] = [set_tasks]
