from django.apps import AppConfig


class SpecialStaffConfig(AppConfig):
    name = "augenmass.special_staff"

    def ready(self) -> None:
        """Register the duty of this room."""
        from augenmass.special_staff import duties  # noqa: F401
