from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    name = "augenmass.evaluation"

    def ready(self) -> None:
        """Register the duty of this room."""
        from augenmass.evaluation import duties  # noqa: F401
