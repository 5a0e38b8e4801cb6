from django.apps import AppConfig


class TravelPapersConfig(AppConfig):
    name = "augenmass.travel_papers"

    def ready(self) -> None:
        """Say what authorities of states of origin received, for the person's extract."""
        from augenmass.cases.recipients import sources
        from augenmass.travel_papers.recipients import forms_sent

        sources.append(forms_sent)
