"""Which programmes there are and what they give on a day."""

from datetime import date

from django.db.models import Q, QuerySet

from augenmass.fund.models import ProgrammeTerms


def terms_on(day: date, land: str = "") -> QuerySet[ProgrammeTerms]:
    """The confirmed terms that hold on a day, of every programme of the Land (of all, where none is named). Public: no row names anybody."""
    held = ProgrammeTerms.objects.filter(
        Q(until=None) | Q(until__gte=day), since__lte=day, state=ProgrammeTerms.State.CONFIRMED
    ).select_related("programme")
    return held.filter(programme__fund__body__land=land) if land else held
