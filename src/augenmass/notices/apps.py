from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "augenmass.notices"

    def ready(self) -> None:
        """Register the duties of this room, and let the page of a case say that notices came."""
        from augenmass.cases.queries.case import beside_case
        from augenmass.notices import duties  # noqa: F401
        from augenmass.notices.queries.inbox import noticed

        beside_case["noticed"] = noticed
