from django.apps import AppConfig


class OverviewConfig(AppConfig):
    name = "augenmass.overview"

    def ready(self) -> None:
        """Register the duty of this room."""
        from augenmass.overview import duties  # noqa: F401
