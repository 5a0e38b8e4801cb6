from django.apps import AppConfig


class TravelPapersConfig(AppConfig):
    name = "augenmass.travel_papers"

    def ready(self) -> None:
        """Say what authorities of states of origin received, for the person's extract; give hearings to the officer's calendar."""
        from augenmass.cases.recipients import sources
        from augenmass.travel_papers.calendar import hearings
        from augenmass.travel_papers.queries import resubmitted
        from augenmass.travel_papers.recipients import forms_sent
        from augenmass.work.due_days import told_by_rooms
        from augenmass.work.queries.calendar import source

        sources.append(forms_sent)
        source(hearings)
        told_by_rooms["passport_expiry"] = resubmitted
