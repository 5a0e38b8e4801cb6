"""Which programmes there are and what they give on a day."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet

from augenmass.fund.models import ProgrammeTerms
from augenmass.fund.rules.money import format_amount
from augenmass.letters.rules.fixed import Programme


def terms_on(day: date, land: str = "") -> QuerySet[ProgrammeTerms]:
    """The confirmed terms that hold on a day, of every programme of the Land (of all, where none is named). Public: no row names anybody."""
    held = ProgrammeTerms.objects.filter(
        Q(until=None) | Q(until__gte=day), since__lte=day, state=ProgrammeTerms.State.CONFIRMED
    ).select_related("programme")
    return held.filter(programme__fund__body__land=land) if land else held


def programmes_for_letters(day: date, land: str) -> Iterator[Programme]:
    """What a letter says of the programmes of a Land on a day; nothing for a body without a Land."""
    for terms in terms_on(day, land) if land else ():
        yield Programme(
            name=terms.programme.name_de,
            english=terms.programme.name_en,
            adult=format_amount(terms.per_adult),
            minor=format_amount(terms.per_minor),
            ceiling=format_amount(terms.ceiling) if terms.ceiling is not None else "",
        )
