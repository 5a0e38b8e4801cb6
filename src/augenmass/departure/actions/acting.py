"""What every action on a departure shares: the cases locked, the departure read again, a fact written in an entry, the state brought up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.cases.actions.facts import FactEntry, NotRecorded, refuse_contradiction, write
from augenmass.cases.second_person import facts_of_two
from augenmass.departure.models import Departure, Member
from augenmass.departure.queries.departures import find_departure, members_of
from augenmass.departure.queries.standing import Standing, standings
from augenmass.departure.rules.lane import state_of
from augenmass.directory.roles import Permission
from augenmass.record.ledger import Entry, book
from augenmass.record.models import Case, Fact
from augenmass.work.refusal import NotDone


@dataclass(slots=True)
class Acting:
    """An action under way: the departure under its lock, and one entry for the case of each member."""

    actor: Actor
    departure: Departure
    members: list[Member]
    entries: dict[int, Entry]

    @property
    def lead(self) -> Entry:
        """The entry of the case in which the departure is led."""
        return self.entries[self.departure.case_id]

    def standing(self) -> Standing:
        """How the departure stands in this transaction."""
        return standings({self.departure.pk: self.members}, [self.departure])[self.departure.pk]

    def refer(self, **ids: object) -> None:
        """Name rows in the entry of every member."""
        for made in self.entries.values():
            made.refer(**ids)


@contextmanager
def acting(actor: Actor, key: UUID, kind: str, *, also_ended: bool = False) -> Iterator[Acting]:
    """Lock the cases of a departure and act on it; its state is brought up to date at the end.

    Raises ``NotDone`` when it has ended, ``NotPermitted``, ``Departure.DoesNotExist`` and ``Case.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    found = find_departure(actor, key)
    ids = {found.case_id, *(member.case_id for member in members_of(actor, found))}
    with book(actor, ids) as opened:
        departure = find_departure(actor, key)
        if departure.state == Departure.State.ENDED and not also_ended:
            raise NotDone(_("Diese freiwillige Ausreise ist beendet. Bitte öffnen Sie sie neu, wenn es weitergeht."))
        entries = {case_id: opened.entry(kind, opened.case(case_id)) for case_id in sorted(ids)}
        made = Acting(actor, departure, members_of(actor, departure), entries)
        made.refer(departure=departure.pk)
        yield made
        opened.flush()
        bring_up_to_date(made)


def bring_up_to_date(made: Acting) -> None:
    """Keep the state that follows from what is recorded now."""
    progress = made.standing().progress
    state = state_of(
        ended=progress.ended, departed=progress.departed, booked=progress.booked, approved=progress.approved
    )
    Departure.objects.filter(pk=made.departure.pk).update(state=state, changed_at=made.lead.book.at)
    made.departure.state = state
    if state in (Departure.State.DEPARTED, Departure.State.ENDED):
        Member.objects.filter(departure=made.departure.pk, open=True).update(open=False)


def write_fact(made: Acting, case: Case, name: str, value: str, note: str, *, anew: bool = False) -> None:
    """Establish a fact of a member by the ordinary way; one that is held already is left unless it is said ``anew``.

    Raises ``NotDone`` where it contradicts another fact, or where the body lets only two persons write it.
    """
    held = Fact.objects.filter(case=case, name=name, closed_by=None, true_from=None).order_by("-known_at").first()
    if held is not None and held.value == value and held.disputed_by_id is None and not anew:
        return
    if name in facts_of_two(case.body):
        raise NotDone(
            _(
                "Diese Angabe entsteht in Ihrer Dienststelle nur mit zwei Unterschriften. Bitte nehmen Sie den Schritt im Fall vor."
            )
        )
    try:
        refuse_contradiction(made.actor, case, name, value)
    except NotRecorded as error:
        raise NotDone(f"{case.number}: {error}") from error
    write(made.entries[case.pk], FactEntry(name, value, note=note), value, held)
