"""The courses of a body's cases, read off the record in five questions whatever their number.

Only days: no name, no state of origin, no officer. Facts about the course of a removal (AufenthG § 97a) are not asked for.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from augenmass.competence.models import Referral, ReferralAnswer
from augenmass.law.time import day_of
from augenmass.overview.rules.measures import FACTS, SUSPENSION, Course, ReferralPast, Suspension
from augenmass.record.models import Case, Fact, Source

State = Referral.State


def courses_of(body_id: int) -> list[Course]:
    """The course of every case that the body is responsible for today, and of those that it referred and no longer has."""
    cases = Case.objects.filter(body=body_id).values_list("pk", "created_at", "closed_at")
    courses = {
        pk: Course(day_of(created_at), closed_on=None if closed_at is None else day_of(closed_at))
        for pk, created_at, closed_at in cases.iterator()
    }
    _read_facts(courses, body_id)
    return [*courses.values(), *_read_referrals(courses, body_id)]


def _read_facts(courses: Mapping[int, Course], body_id: int) -> None:
    """Facts that hold, and earlier ones that a later step of the same kind took the place of; a correction leaves nothing behind."""
    columns = ("pk", "case_id", "name", "value", "closed_by_id", "replaces_id", "source__kind")
    facts = Fact.objects.filter(case__body=body_id, disputed_by=None, erased_by=None).order_by()
    read = facts.filter(name__in=[*FACTS, SUSPENSION]).values_list(*columns)
    rows = {row[0]: row for row in read.iterator()}
    # When something became known is asked of suspensions only: a moment costs as much to read as the rest of a row.
    known = dict(facts.filter(name=SUSPENSION).values_list("pk", "known_at").iterator())
    for row in rows.values():
        if row[4] is None and row[1] in courses:
            course, name = courses[row[1]], row[2]
            line = [row]
            while (before := rows.get(line[-1][5])) and (name == SUSPENSION or line[-1][6] == Source.Kind.STEP):
                line.append(before)
            if name == SUSPENSION:
                ends = [(_day(found[3]), day_of(known[found[0]])) for found in reversed(line)]
                course.suspensions = [Suspension(until, since) for until, since in ends if until is not None]
            else:
                course.days[name] = [day for found in line if (day := _day(found[3])) is not None]


def _day(value: str) -> date | None:
    """A whole date; a month or a year is in no quarter for certain."""
    return date.fromisoformat(value) if len(value) == len("2026-01-31") else None


def _read_referrals(courses: Mapping[int, Course], body_id: int) -> Iterable[Course]:
    """Answers of this body to others and of others to this one."""
    answers = ReferralAnswer.objects.filter(outcome__in=[State.ACCEPTED, State.RETURNED], erased_by=None)
    columns = ("referral__case_id", "referral__opened_at", "outcome", "answered_at")
    gone: dict[int, Course] = {}
    for incoming, side in ((True, "referral__receiver"), (False, "referral__sender")):
        for case_id, opened_at, outcome, answered_at in answers.filter(**{side: body_id}).values_list(*columns):
            day = day_of(answered_at)
            course = courses.get(case_id) or gone.setdefault(case_id, Course(date.max))
            course.referrals.append(ReferralPast(incoming, day, outcome == State.RETURNED))
            if incoming and outcome == State.ACCEPTED:
                course.received_on, course.taken_on = day_of(opened_at), day
    return gone.values()
