from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    name = "augenmass.conferences"

    def ready(self) -> None:
        """Register the duty that follows measures up, and how long a conference is kept after its end."""
        from augenmass.conferences import duties  # noqa: F401
        from augenmass.conferences.retention import SWEEP
        from augenmass.record.holdings import declare

        declare(SWEEP)
