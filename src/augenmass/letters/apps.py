"""The letters room as a Django application."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "augenmass.letters"

    def ready(self) -> None:
        """Say who received letters, for the person's extract, and register the duties of this room."""
        from augenmass.cases.recipients import sources
        from augenmass.letters import law_printing  # noqa: F401
        from augenmass.letters.recipients import letters_sent

        sources.append(letters_sent)
