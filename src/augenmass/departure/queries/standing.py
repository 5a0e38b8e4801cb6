"""How departures stand: what of the lane is done, read from the facts of the cases and the rows of this room, many at once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from augenmass.departure.models import Application, Booking, Certificate, Departure, Member, Notice
from augenmass.departure.rules.days import Days
from augenmass.departure.rules.lane import Progress
from augenmass.fund.models import Tranche
from augenmass.law.facts import parse_value
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Fact

DECLARED = "departure_declared_on"
ANSWER = "departure_declaration_answer"
ANSWERED = "departure_declaration_answered_on"
PLANNED = "departure_planned_on"
APPLIED = "return_support_applied"
DEPARTED = "departed_on"
PROVEN = "departure_proven"
ARRANGED = "removal_arranged_on"
BORN = "date_of_birth"
READ = (DECLARED, ANSWER, ANSWERED, PLANNED, DEPARTED, PROVEN, ARRANGED, BORN)

Held = Mapping[str, str]
"""Undisputed values of one case as the record keeps them, by name."""


def held_facts(case_ids: Collection[int], names: Collection[str] = READ) -> dict[int, dict[str, str]]:
    """The undisputed values that cases hold under some names today."""
    found: dict[int, dict[str, str]] = {case_id: {} for case_id in case_ids}
    rows = Fact.objects.filter(case_id__in=list(found), name__in=names, closed_by=None, disputed_by=None)
    for case_id, name, value in rows.order_by("known_at", "pk").values_list("case_id", "name", "value"):
        found[case_id][name] = value
    return found


def born(held: Held) -> Days | None:
    """First and last possible day of birth; None where it is not established."""
    text = held.get(BORN, "")
    value = parse_value(VOCABULARY[BORN], text) if text else None
    return (date.fromordinal(value[0]), date.fromordinal(value[1])) if isinstance(value, tuple) else None


def answer_of(held: Held) -> str:
    """What was decided on the declaration that is held; "" while nobody has decided, or nothing was declared."""
    declared, answered = held.get(DECLARED, ""), held.get(ANSWERED, "")
    return held.get(ANSWER, "") if declared and answered and answered >= declared else ""


def is_declared(held: Held) -> bool:
    """Whether a declaration stands: made, and not taken back."""
    return bool(held.get(DECLARED)) and answer_of(held) != "withdrawn"


def is_departed(held: Held) -> bool:
    """Whether a departure is on record and proven."""
    return bool(held.get(DEPARTED)) and held.get(PROVEN) == "yes"


@dataclass(slots=True)
class Standing:
    """One departure with what stands in its rows."""

    departure: Departure
    members: list[Member]
    facts: Mapping[int, Held]
    notices: list[Notice] = field(default_factory=list)
    applications: list[Application] = field(default_factory=list)
    bookings: list[Booking] = field(default_factory=list)
    certificates: list[Certificate] = field(default_factory=list)
    follow_ups: dict[object, date | None] = field(default_factory=dict)
    """By the key of an application whose later part is not payable yet: from which day it can be, None before the departure."""

    @property
    def booking(self) -> Booking | None:
        """The journey that is booked."""
        return next((row for row in self.bookings if row.state == Booking.State.BOOKED), None)

    def certificate_of(self, case_id: int) -> Certificate | None:
        """The certificate of a member that counts or came back."""
        return next(
            (row for row in self.certificates if row.case_id == case_id and row.state != Certificate.State.WITHDRAWN),
            None,
        )

    @property
    def progress(self) -> Progress:
        """The lane of all members together."""
        held = [self.facts.get(member.case_id, {}) for member in self.members]
        states = {row.state for row in self.applications}
        travelling = [member for member in self.members if not is_departed(self.facts.get(member.case_id, {}))]
        declared = bool(held) and all(is_declared(facts) for facts in held)
        return Progress(
            noticed=bool(self.notices),
            declared=declared,
            decided=all(answer_of(facts) for facts in held if facts.get(DECLARED)),
            accepted=declared and all(answer_of(facts) == "accepted" for facts in held),
            applied=bool(states & {Application.State.DRAFT, Application.State.FILED}),
            approved=Application.State.APPROVED in states,
            booked=self.booking is not None or (bool(self.members) and not travelling),
            certified=bool(self.members) and all(self.certificate_of(member.case_id) for member in travelling),
            departed=bool(self.members) and not travelling,
            follow_up_due=bool(self.follow_ups),
            ended=self.departure.state == Departure.State.ENDED,
        )


def standings(members: Mapping[int, list[Member]], departures: Collection[Departure]) -> dict[int, Standing]:
    """How departures that were found stand, by their id; seven queries however many they are."""
    facts = held_facts([member.case_id for of_one in members.values() for member in of_one])
    found = {row.pk: Standing(row, members.get(row.pk, []), facts) for row in departures}
    ids = list(found)
    for notice in Notice.objects.filter(departure__in=ids):
        found[notice.departure_id].notices.append(notice)
    applications = Application.objects.filter(departure__in=ids).select_related("terms__programme")
    waiting = _follow_ups([row.key for row in applications])
    for application in applications:
        standing = found[application.departure_id]
        standing.applications.append(application)
        if application.key in waiting:
            standing.follow_ups[application.key] = waiting[application.key]
    for booking in Booking.objects.filter(departure__in=ids):
        found[booking.departure_id].bookings.append(booking)
    for certificate in Certificate.objects.filter(departure__in=ids).select_related("document"):
        found[certificate.departure_id].certificates.append(certificate)
    return found


def _follow_ups(references: Collection[object]) -> dict[object, date | None]:
    """Which applications have a part that is paid only after the departure and is not payable yet, and from when the next can be."""
    rows = Tranche.objects.filter(
        commitment__reference__in=list(references), occasion="follow_up", state=Tranche.State.OPEN
    )
    return dict(rows.order_by("-position").values_list("commitment__reference", "expected_on"))
