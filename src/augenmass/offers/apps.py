from django.apps import AppConfig


class OffersConfig(AppConfig):
    name = "augenmass.offers"

    def ready(self) -> None:
        """Register the sweeping of files that were taken over or left lying."""
        from augenmass.offers import duties  # noqa: F401
