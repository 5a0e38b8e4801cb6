"""What authorities of states of origin received: a source of ``cases.recipients``, for the person's extract."""

from collections.abc import Collection, Iterator

from augenmass.cases.recipients import Passed
from augenmass.law.vocabulary.countries import NATIONALITIES
from augenmass.travel_papers.models import ApplicationEvent

PURPOSE = ("Ausstellung eines Reisedokuments", "issue of a travel document")
_NAMES = {state.key: state.de for state in NATIONALITIES}


def forms_sent(case_ids: Collection[int]) -> Iterator[Passed]:
    """Forms that were handed in, each once, with the names of the facts that stood on them."""
    sent = ApplicationEvent.objects.filter(
        application__case__in=case_ids, kind=ApplicationEvent.Kind.FORMS_SENT, erased_by=None
    )
    for event in sent.select_related("application").order_by("on", "pk"):
        yield Passed(
            key=f"travel_paper:{event.key}",
            case_id=event.application.case_id,
            on=event.on,
            recipient=f"Auslandsvertretung: {_NAMES.get(event.application.country, event.application.country)}",
            what=("Formular für ein Reisedokument", "Form for a travel document"),
            purpose=PURPOSE,
            provision="",
            fact_names=frozenset(event.fact_names),
        )
