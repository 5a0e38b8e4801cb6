from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    name = "augenmass.disclosure"

    def ready(self) -> None:
        """Say who received something through the rooms that lie below the registry: accesses and referrals."""
        from augenmass.cases.recipients import sources
        from augenmass.disclosure.recipients import opened_to, referred_to

        sources.extend((opened_to, referred_to))
