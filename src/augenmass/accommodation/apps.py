from django.apps import AppConfig


class AccommodationConfig(AppConfig):
    name = "augenmass.accommodation"

    def ready(self) -> None:
        """Register the duty of this room, and let the page of a case say that something was reported."""
        from augenmass.accommodation import duties  # noqa: F401
        from augenmass.accommodation.queries import reported, reported_and_new
        from augenmass.cases.queries.case import beside_case

        beside_case["reported"] = reported
        beside_case["new_reports"] = reported_and_new
