from django.apps import AppConfig


class FundConfig(AppConfig):
    name = "augenmass.fund"

    def ready(self) -> None:
        """Let the page of a case ask for commitments only where there are any."""
        from augenmass.cases.queries.case import beside_case
        from augenmass.fund.queries.claims import any_commitment

        beside_case["has_commitments"] = any_commitment
