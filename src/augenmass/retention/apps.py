from django.apps import AppConfig


class RetentionConfig(AppConfig):
    name = "augenmass.retention"

    def ready(self) -> None:
        """Declare what the rooms below hold, and register the duty of this room."""
        from augenmass.record.holdings import declare
        from augenmass.retention import duties  # noqa: F401
        from augenmass.retention.declared import DECLARED

        declare(*DECLARED)
