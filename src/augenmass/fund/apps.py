from django.apps import AppConfig


class FundConfig(AppConfig):
    name = "augenmass.fund"

    def ready(self) -> None:
        """Let the page of a case ask for commitments only where there are any, letters name what programmes give, the worker tell of tranches."""
        from augenmass.cases.queries.case import beside_case
        from augenmass.fund import due_sources  # noqa: F401
        from augenmass.fund.queries.claims import any_commitment
        from augenmass.fund.queries.terms import programmes_for_letters
        from augenmass.letters.programmes import sources

        beside_case["has_commitments"] = any_commitment
        sources.append(programmes_for_letters)
