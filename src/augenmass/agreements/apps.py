from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "augenmass.agreements"

    def ready(self) -> None:
        """Register the reminders, and how long agreements are kept after their end."""
        from augenmass.agreements import duties  # noqa: F401
        from augenmass.agreements.retention import SWEEP
        from augenmass.record.holdings import declare

        declare(SWEEP)
