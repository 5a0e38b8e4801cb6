"""Files that are due: closed long ago in a Land whose profile has a period."""

from datetime import date

from augenmass.access.actor import Actor
from augenmass.directory.models import Body
from augenmass.record.ledger import book
from augenmass.record.models import Case, Source

CLOSED = {
    "family_name": "Vergangen",
    "first_names": "Ada",
    "date_of_birth": "1960-05-04",
    "case_closed_on": "2012-03-04",
    "case_closed_reason": "departed",
}
BAN = {"entry_ban_ordered_on": "2010-01-10", "entry_ban_until": "2013-06-30", "removed_on": "2010-06-30"}
DUE_SINCE = date(2023, 1, 1)


def in_mittelau(body: Body) -> Body:
    """Move a body to the invented Land, whose profile is complete."""
    body.land = "XM"
    body.save()
    return body


def closed_case(actor: Actor, number: str, **facts: str) -> Case:
    """A case with the facts of a closed file; a fact given as "" is left out."""
    from augenmass.cases.positions import recompute

    with book(actor) as opened:
        case = Case.objects.create(number=number, body=actor.body, officer=actor.account, created_at=opened.at)
        source, _made = Source.objects.get_or_create(
            body=actor.body, kind=Source.Kind.OFFICER, label="Gespräch Vergangen"
        )
        entry = opened.entry("case.opened", case)
        for name, value in {**CLOSED, **facts}.items():
            if value:
                entry.establish(name, value, source_id=source.pk)
        opened.flush()
        recompute([case.pk])
    case.refresh_from_db()
    return case
