from django.apps import AppConfig


class PersonAccessConfig(AppConfig):
    name = "augenmass.person_access"

    def ready(self) -> None:
        """Register the duty, and say what goes with a file when it is deleted."""
        from augenmass.person_access import duties  # noqa: F401
        from augenmass.record.holdings import Holding, declare

        of_access = ("access__case",)
        declare(
            Holding("person_access.access", "portal"),
            Holding("person_access.code", "portal", paths=of_access),
            Holding("person_access.visit", "portal", paths=of_access),
            Holding("person_access.passkey", "portal", paths=of_access),
            Holding("person_access.releasedday", "portal"),
            Holding("person_access.submission", "portal"),
        )
