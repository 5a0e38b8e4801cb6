from django.apps import AppConfig


class RetentionConfig(AppConfig):
    name = "augenmass.retention"

    def ready(self) -> None:
        """Declare what the rooms below hold, register the duty of this room, and let the page of a case say that it is held."""
        from augenmass.cases.queries.case import beside_case
        from augenmass.record.holdings import declare
        from augenmass.retention import duties  # noqa: F401
        from augenmass.retention.declared import DECLARED
        from augenmass.retention.queries.runs import held_until

        declare(*DECLARED)
        beside_case["held_until"] = held_until
