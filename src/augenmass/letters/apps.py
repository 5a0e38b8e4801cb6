"""The letters room as a Django application."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "augenmass.letters"

    def ready(self) -> None:
        """Say who received letters, for the person's extract."""
        from augenmass.cases.recipients import sources
        from augenmass.letters.recipients import letters_sent

        sources.append(letters_sent)
