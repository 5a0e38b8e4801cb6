from django.apps import AppConfig


class DepartureConfig(AppConfig):
    name = "augenmass.departure"

    def ready(self) -> None:
        """Register the duty of this room, and what the decision on a declaration ends."""
        from augenmass.departure import due_sources, duties  # noqa: F401
        from augenmass.departure.actions.declaring import STEP, decided_by_step
        from augenmass.steps.effects import effects

        effects[STEP] = decided_by_step
