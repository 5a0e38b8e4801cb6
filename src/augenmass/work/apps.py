from django.apps import AppConfig


class WorkConfig(AppConfig):
    name = "augenmass.work"

    def ready(self) -> None:
        """Register the duties of this room; other rooms do the same in theirs."""
        from augenmass.work import announcing, due_sources, regular, retired  # noqa: F401
