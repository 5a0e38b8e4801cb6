from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "augenmass.intake"

    def ready(self) -> None:
        """Register the duty of this room."""
        from augenmass.intake import duties  # noqa: F401
