from django.apps import AppConfig


class FundedReturnConfig(AppConfig):
    name = "augenmass.funded_return"

    def ready(self) -> None:
        """Register the duty of this room."""
        from augenmass.funded_return import duties  # noqa: F401
