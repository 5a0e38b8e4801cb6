"""The one rule of who reads what: a counsellor reads the persons that they counsel. Nobody else reads them, also not the lead."""

from django.db.models import QuerySet

from augenmass.compartment.models import AccessLine, Account, Appointment, Person, Statement
from augenmass.law.time import now


def visible_to(account: Account) -> QuerySet[Person]:
    """The persons whom an account counsels; for anybody else they do not exist."""
    return Person.objects.filter(counsellor=account)


def statements_of(account: Account) -> QuerySet[Statement]:
    """The statements of these persons."""
    return Statement.objects.filter(person__in=visible_to(account)).select_related("person", "authority")


def appointments_of(account: Account) -> QuerySet[Appointment]:
    """The appointments with these persons."""
    return Appointment.objects.filter(person__in=visible_to(account)).select_related("person", "moved_to")


def note_read(account: Account, what: str, person: Person | None = None, rows: int = 1) -> None:
    """Write a line of the access log."""
    AccessLine.objects.create(at=now(), account=account, what=what, person=person, rows=rows)
